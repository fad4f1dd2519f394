### Importar un archivo paso a paso.

import-title = Importar desde un archivo
import-lead = Muchas fichas a la vez, a partir de su propia hoja de cálculo. No se incorpora nada antes de que haya visto en qué se convertiría; lo que se incorpora pasa a ser borradores de su organización.
import-steps = Pasos de la importación
import-step-file = Archivo
import-step-columns = Columnas
import-step-check = Comprobación
import-step-done = Fin
import-library = Biblioteca
import-file = Archivo
import-file-hint = XLSX, CSV en cualquier codificación habitual o JSON Lines; { $count } MB como máximo. Se conserva un día y solo usted puede leerlo.
import-send = Enviar el archivo
import-templates = Plantillas
import-templates-lead = Archivos vacíos con nuestras columnas. También sirve su propia hoja de cálculo: en el paso siguiente indica qué significan sus columnas.
import-sent = Archivos que ha enviado
import-sent-none = Ninguno por el momento.
import-state-done = importado
import-state-waits = aún sin importar
import-kept-until = se conserva hasta el { $value }
import-remove = Desechar el archivo
import-done-removed = El archivo se ha desechado.
import-no-file = Elija un archivo.
import-no-format = { $value }: el nombre debe terminar en .xlsx, .csv o .jsonl.
import-empty = El archivo está vacío.
import-too-large = El archivo supera los { $count } MB.
import-too-many = Ya tiene { $count } archivos aquí. Deseche antes uno.
import-unreadable = No se puede leer el archivo: { $value }
import-no-rows = El archivo no contiene ninguna fila.

import-columns-title = Qué significan las columnas
import-columns-lead = Indique qué significa aquí cada columna del archivo, o que debe omitirse.
import-columns-needed = Toda ficha requiere: { $value }.
import-columns-on = Comprobar las filas
import-columns-again = Cambiar las columnas
import-columns-open = Indique qué significa u omítalo: { $value }.
import-columns-twice = «{ $a }» y «{ $b }» significan ambas «{ $c }». Omita una de ellas.
import-columns-missing = Toda ficha requiere: { $value }. Elija la columna que lo contiene.
import-columns-none = Ninguna de las columnas corresponde a las nuestras. Elija al menos una.
import-set-wrong = Esto no puede ser el valor de todas las filas: { $value }.
import-column-theirs = Columna del archivo
import-column-values = Primeros valores
import-column-ours = Significado aquí
import-column-leave = Omitir
import-column-guessed = Deducido de un nombre parecido.
import-column-unnamed = Omitida: no tiene encabezado.
import-for-every-row = { $value } de todas las filas

import-check-title = Comprobar las filas
import-new = Nueva
import-changed = Modificada
import-unchanged = Sin cambios
import-faulty = Con errores
import-left-out = Excluida
import-nothing = No hay ninguna fila que pueda incorporarse.
import-go =
    { $count ->
        [one] Importar { $count } fila
        [many] Importar { $count } de filas
       *[other] Importar { $count } filas
    }
import-go-hint = Las filas con errores quedan excluidas.
import-nameless-title = Filas sin número propio
import-nameless =
    { $count ->
        [one] { $count } fila no tiene número propio: el mismo archivo la añadiría una segunda vez.
        [many] { $count } de filas no tienen número propio: el mismo archivo las añadiría una segunda vez.
       *[other] { $count } filas no tienen número propio: el mismo archivo las añadiría una segunda vez.
    }
import-first = Las primeras filas, tal como se guardarán
import-line = Fila { $value }
import-line-head = Fila
import-becomes = Resultado
import-faulty-title = Filas con errores
import-faulty-lead = Corríjalas aquí, o importe las demás y corrija estas más tarde en el archivo.
import-faulty-file = Descargar las filas con errores (CSV)
import-faulty-more =
    { $count ->
        [one] En el archivo hay { $count } más.
        [many] En el archivo hay { $count } más.
       *[other] En el archivo hay { $count } más.
    }
import-mend = Guardar y volver a comprobar
import-fault-invalid = Este valor no es válido.
import-fault-unknown_column = Esta columna no existe.
import-fault-locked = La ficha indicada no puede modificarse desde un archivo. Modifíquela en su propia página.

import-done-title = Importación terminada
import-done-drafts = Las fichas nuevas son borradores: examínelas y preséntelas a revisión.
import-done-list = Ver sus borradores
import-another = Importar otro archivo
import-left-out-title = Filas excluidas
import-left-out-lead = Corríjalas en el archivo e impórtelo; los motivos figuran junto a los valores.
import-note-read-as = Leído como { $value }.
import-note-above = La línea { $a } está por encima de los encabezados y no se importa: { $b }

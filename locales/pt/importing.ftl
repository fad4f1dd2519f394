### Importing a file step by step.

import-title = Importar de um ficheiro
import-lead = Muitos registos de uma vez, a partir da sua própria folha de cálculo. Nada é introduzido antes de ver o que daí resultaria; o que é introduzido fica como rascunho da sua organização.
import-steps = Passos da importação
import-step-file = Ficheiro
import-step-columns = Colunas
import-step-check = Verificação
import-step-done = Fim
import-library = Biblioteca
import-file = Ficheiro
import-file-hint = XLSX, CSV em qualquer codificação habitual ou JSON Lines; no máximo { $count } MB. É conservado um dia e só pode ser lido por si.
import-send = Enviar o ficheiro
import-templates = Modelos
import-templates-lead = Ficheiros vazios com as nossas colunas. A sua própria folha de cálculo também serve: no passo seguinte diz o que significam as colunas.
import-sent = Ficheiros que enviou
import-sent-none = De momento, nenhum.
import-state-done = importado
import-state-waits = ainda não importado
import-kept-until = conservado até { $value }
import-remove = Eliminar o ficheiro
import-done-removed = O ficheiro foi eliminado.
import-no-file = Escolha um ficheiro.
import-no-format = { $value }: o nome tem de terminar em .xlsx, .csv ou .jsonl.
import-empty = O ficheiro está vazio.
import-too-large = O ficheiro excede { $count } MB.
import-too-many = Já tem { $count } ficheiros aqui. Elimine primeiro um deles.
import-unreadable = Não é possível ler o ficheiro: { $value }
import-no-rows = O ficheiro não contém nenhuma linha.

import-columns-title = O que significam as colunas
import-columns-lead = Indique o que cada coluna do ficheiro significa aqui, ou que deve ser omitida.
import-columns-needed = Cada registo precisa de: { $value }.
import-columns-on = Verificar as linhas
import-columns-again = Alterar as colunas
import-columns-open = Indique o que isto significa ou omita-o: { $value }.
import-columns-twice = “{ $a }” e “{ $b }” significam ambas “{ $c }”. Omita uma delas.
import-columns-missing = Cada registo precisa de: { $value }. Escolha a coluna que o contém.
import-columns-none = Nenhuma das colunas corresponde às nossas. Escolha pelo menos uma.
import-set-wrong = Isto não pode ser o valor de todas as linhas: { $value }.
import-column-theirs = Coluna do ficheiro
import-column-values = Primeiros valores
import-column-ours = Significado aqui
import-column-leave = Omitir
import-column-guessed = Deduzido de um nome semelhante.
import-column-unnamed = Omitida: não tem cabeçalho.
import-for-every-row = { $value } de todas as linhas

import-check-title = Verificar as linhas
import-new = Nova
import-changed = Alterada
import-unchanged = Sem alterações
import-faulty = Com erros
import-left-out = Excluída
import-nothing = Não há nenhuma linha que possa ser introduzida.
import-go =
    { $count ->
        [one] Importar { $count } linha
        [many] Importar { $count } de linhas
       *[other] Importar { $count } linhas
    }
import-go-hint = As linhas com erros ficam excluídas.
import-nameless-title = Linhas sem número próprio
import-nameless =
    { $count ->
        [one] { $count } linha não tem número próprio: o mesmo ficheiro voltaria a adicioná-la.
        [many] { $count } de linhas não têm número próprio: o mesmo ficheiro voltaria a adicioná-las.
       *[other] { $count } linhas não têm número próprio: o mesmo ficheiro voltaria a adicioná-las.
    }
import-first = As primeiras linhas, tal como serão guardadas
import-line = Linha { $value }
import-line-head = Linha
import-becomes = Resultado
import-faulty-title = Linhas com erros
import-faulty-lead = Corrija-as aqui, ou importe as outras e corrija estas mais tarde no ficheiro.
import-faulty-file = Descarregar as linhas com erros (CSV)
import-faulty-more =
    { $count ->
        [one] No ficheiro há mais { $count }.
        [many] No ficheiro há mais { $count }.
       *[other] No ficheiro há mais { $count }.
    }
import-mend = Guardar e verificar de novo
import-fault-invalid = Este valor não é válido.
import-fault-unknown_column = Esta coluna não existe.
import-fault-locked = O registo indicado não pode ser alterado a partir de um ficheiro. Altere-o na sua própria página.

import-done-title = Importação concluída
import-done-drafts = Os novos registos são rascunhos: reveja-os e apresente-os para avaliação.
import-done-list = Ver os seus rascunhos
import-another = Importar outro ficheiro
import-left-out-title = Linhas excluídas
import-left-out-lead = Corrija-as no ficheiro e importe-o; os motivos constam ao lado dos valores.
import-note-read-as = Lido como { $value }.
import-note-above = A linha { $a } está acima dos cabeçalhos e não é importada: { $b }

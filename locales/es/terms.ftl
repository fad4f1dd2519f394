# Names of things that an installation adds to those the program knows.

terms-title = Nombres de las cosas
operations-terms = Nombres
terms-lead = Los textos que designan lo mismo se encuentran, sea cual sea el idioma de cada uno. Si falta un nombre, puede añadirse aquí, en cualquier idioma; las fichas que lo contienen se leen y se emparejan entonces de nuevo.
terms-known = { $count ->
    [one] El programa conoce { $count } cosa por sí mismo.
    [many] El programa conoce { $count } de cosas por sí mismo.
   *[other] El programa conoce { $count } cosas por sí mismo.
}
terms-look-up = Lo que se entiende
terms-look-up-label = Un nombre o una frase, en cualquier idioma
terms-look-up-button = Buscar
terms-look-up-nothing = No contiene ningún nombre conocido.
terms-add = Añadir nombres de una cosa
terms-add-lead = Todos designan una sola cosa. Si uno de ellos ya se conoce, los demás pasan a ser nombres de esa cosa.
terms-add-button = Añadir los nombres
terms-propose = Proponer nombres de una cosa
terms-propose-lead = Todos designan una sola cosa: el nombre que le da la demanda y el que le da la tecnología. Un responsable los revisa antes de que cuenten.
terms-propose-button = Proponer los nombres
terms-hint = Si hay varios nombres en un mismo idioma, sepárelos con punto y coma. El más habitual va primero.
terms-more = Más idiomas
terms-other-lang = Otro idioma
terms-other-hint = Su código, por ejemplo ha para el hausa o uz para el uzbeko.
terms-other-names = Nombres en ese idioma
terms-own = Añadidos aquí
terms-shown = Mostrar
terms-state-proposed = Propuestos ({ $count })
terms-state-in_force = En vigor ({ $count })
terms-state-retired = Rechazados o retirados ({ $count })
terms-none = Ninguno.
terms-done-added = Los nombres están en vigor. Las fichas se están leyendo de nuevo.
terms-done-proposed = Los nombres se han propuesto. Un responsable los revisará.
terms-done-changed = Los nombres se han guardado. Las fichas se están leyendo de nuevo.
terms-done-confirmed = Los nombres están en vigor. Las fichas se están leyendo de nuevo.
terms-done-refused = La propuesta se ha rechazado.
terms-done-retired = Los nombres ya no están en uso. Las fichas se están leyendo de nuevo.
terms-done-restored = Los nombres vuelven a estar en vigor. Las fichas se están leyendo de nuevo.
term-state-proposed = Propuestos
term-state-in_force = En vigor
term-state-retired = Rechazados o retirados
term-confirm = Confirmar
term-refuse = Rechazar
term-edit = Editar
term-save = Guardar los nombres
term-retire = Retirar del uso
term-restore = Volver a usar
term-stale = Otra persona ha modificado estos nombres desde que usted los abrió. Lo que ha escrito sigue aquí y, a su lado, lo que está guardado; guarde de nuevo para sustituirlo.
term-wrong = No se ha guardado nada. Lo que debe corregirse se indica abajo, junto a los nombres.
term-fault-too_long = «{ $a }» tiene más de { $b } caracteres.
term-fault-invalid = «{ $a }» designa otra cosa que los nombres anteriores.
term-fault-required = «{ $a }» no contiene ninguna palabra que pueda encontrarse en un texto.
term-fault-locked = «{ $a }» ya forma parte de otra serie de nombres, en vigor o propuesta.
term-fault-unknown_language = Esto no es un código de idioma, como ha o uz.
term-fault-all-required = Se necesitan al menos dos nombres de la cosa.
term-fault-all-too_many = Son demasiados nombres para una sola cosa.
term-fault-all-invalid = Todos estos nombres ya se conocen como nombres de una misma cosa.
terms-from-match = ¿Una cosa tiene aquí un nombre que no se entiende? Propóngalo.
terms-form = Cómo se llama

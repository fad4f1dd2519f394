# Names of things that an installation adds to those the program knows.

terms-title = Nomes das coisas
operations-terms = Nomes
terms-lead = Os textos que designam a mesma coisa encontram-se, seja qual for a língua de cada um. Se faltar um nome, pode ser adicionado aqui, em qualquer língua; os registos que o contêm são então lidos de novo e as suas correspondências novamente procuradas.
terms-known = { $count ->
    [one] O programa conhece { $count } coisa por si só.
    [many] O programa conhece { $count } de coisas por si só.
   *[other] O programa conhece { $count } coisas por si só.
}
terms-look-up = O que é compreendido
terms-look-up-label = Um nome ou uma frase, em qualquer língua
terms-look-up-button = Pesquisar
terms-look-up-nothing = Não contém nenhum nome conhecido.
terms-add = Adicionar nomes de uma coisa
terms-add-lead = Todos designam uma só coisa. Se um deles já for conhecido, os outros passam a ser nomes dessa coisa.
terms-add-button = Adicionar os nomes
terms-propose = Propor nomes de uma coisa
terms-propose-lead = Todos designam uma só coisa: o nome que a necessidade lhe dá e o que a tecnologia lhe dá. Um responsável analisa-os antes de contarem.
terms-propose-button = Propor os nomes
terms-hint = Vários nomes na mesma língua separam-se com ponto e vírgula. O mais habitual vem primeiro.
terms-more = Mais línguas
terms-other-lang = Outra língua
terms-other-hint = O seu código, por exemplo ha para o haúça ou uz para o usbeque.
terms-other-names = Nomes nessa língua
terms-own = Adicionados aqui
terms-shown = Mostrar
terms-state-proposed = Propostos ({ $count })
terms-state-in_force = Em vigor ({ $count })
terms-state-retired = Recusados ou retirados ({ $count })
terms-none = Nenhum.
terms-done-added = Os nomes estão em vigor. Os registos estão a ser lidos de novo.
terms-done-proposed = Os nomes foram propostos. Um responsável vai analisá-los.
terms-done-changed = Os nomes foram guardados. Os registos estão a ser lidos de novo.
terms-done-confirmed = Os nomes estão em vigor. Os registos estão a ser lidos de novo.
terms-done-refused = A proposta foi recusada.
terms-done-retired = Os nomes deixaram de estar em uso. Os registos estão a ser lidos de novo.
terms-done-restored = Os nomes estão de novo em vigor. Os registos estão a ser lidos de novo.
term-state-proposed = Propostos
term-state-in_force = Em vigor
term-state-retired = Recusados ou retirados
term-confirm = Confirmar
term-refuse = Recusar
term-edit = Editar
term-save = Guardar os nomes
term-retire = Retirar de uso
term-restore = Voltar a usar
term-stale = Outra pessoa alterou estes nomes desde que os abriu. O que escreveu continua aqui e, ao lado, o que está guardado; guarde de novo para o substituir.
term-wrong = Não foi guardado nada. O que é preciso corrigir está indicado abaixo, junto dos nomes.
term-fault-too_long = “{ $a }” tem mais de { $b } caracteres.
term-fault-invalid = “{ $a }” designa outra coisa que não a dos nomes anteriores.
term-fault-required = “{ $a }” não contém nenhuma palavra que possa ser encontrada num texto.
term-fault-locked = “{ $a }” já faz parte de outra série de nomes, em vigor ou proposta.
term-fault-unknown_language = Isto não é um código de língua, como ha ou uz.
term-fault-all-required = São necessários pelo menos dois nomes da coisa.
term-fault-all-too_many = São demasiados nomes para uma só coisa.
term-fault-all-invalid = Todos estes nomes já são conhecidos como nomes de uma mesma coisa.
terms-from-match = Uma coisa tem aqui um nome que não é entendido? Proponha-o.
terms-form = Como se chama

### The broker's desk: queue, open cases, screenings; and what people were told.

desk-title = Área de trabalho
desk-queue = Fila
desk-cases = Os meus casos
desk-screenings = Exames de exportação
desk-field = Domínio
desk-country = País da necessidade
desk-language = Língua
desk-state = Estado
desk-whose = Atribuída a
desk-any = Qualquer
desk-waiting = Ainda não decidida
desk-anybody = Qualquer pessoa
desk-assigned-me = Mim
desk-assigned-nobody = Ninguém
desk-narrow = Mostrar
desk-empty-title = Nada a decidir.
desk-empty-text = Surgem aqui novas sugestões logo que uma necessidade ou uma tecnologia seja publicada ou alterada.
desk-key-move = mover
desk-key-open = abrir
desk-key-dismiss = descartar e depois um algarismo para o motivo
desk-key-mark = marcar
desk-mark = Marcar
desk-marked = As marcadas:
desk-dismiss-marked = Descartar as marcadas
desk-dismissed = { $count ->
    [one] Foi descartada { $count } correspondência.
    [many] Foram descartados { $count } de correspondências.
   *[other] Foram descartadas { $count } correspondências.
}
desk-no-cases-title = Não tem nenhum caso aberto.
desk-no-cases-text = Escolha um da fila ou peça que lhe seja atribuído.

screening-lead = Tecnologias de correspondências abertas que têm de ser examinadas antes de as partes poderem ser apresentadas.
screening-none-title = Nada a examinar.
screening-none-text = Todas as tecnologias das correspondências abertas foram examinadas no seu estado atual, segundo o catálogo em vigor.
screening-look = Ver
screening-why-unscreened = nunca examinada
screening-why-older_catalogue = segundo um catálogo anterior
screening-why-technology_changed = alterada desde então
screening-waiting = { $count ->
    [one] { $count } correspondência à espera
    [many] { $count } de correspondências à espera
   *[other] { $count } correspondências à espera
}
screening-catalogues = Catálogos
screening-in-force = em vigor a partir de { $value }
screening-entries = { $count ->
    [one] { $count } entrada
    [many] { $count } de entradas
   *[other] { $count } entradas
}
screening-file = Ficheiro do catálogo
screening-import = Importar um catálogo
screening-import-hint = JSON Lines: o catálogo na primeira linha, uma entrada em cada uma das restantes.
screening-unreadable = Não é possível ler o catálogo: { $value }
screening-done-recorded = O exame foi registado.
screening-done-imported = O catálogo foi importado. O que foi examinado segundo um anterior tem de ser examinado de novo.
screening-near = Entradas mais próximas do catálogo
screening-near-lead = Uma ajuda, não um exame.
screening-near-none = Nenhuma entrada do catálogo é próxima.
screening-entry = Entrada
screening-nearness = Proximidade
screening-record = Registar o exame
screening-outcome = Conclusão
screening-more-entries = Outras entradas consideradas (códigos separados por vírgulas)
screening-against = segundo o catálogo de { $value }

notices-title = Avisos
notices-none = Ainda não tem nenhum aviso.
notices-read = Marcar como lido
notices-read-all = Marcar todos como lidos

live-new = Há novidades desde que abriu esta página:
live-show = mostrar

view-tabs = Vistas guardadas
view-new = Guardar estes filtros como
view-save = Guardar a vista
view-manage = Mudar o nome desta vista ou removê-la
view-new-name = Nome
view-rename = Mudar o nome
view-remove = Remover esta vista
view-too-many = Tem 20 vistas guardadas. Remova uma antes de guardar outra.
view-fault-name-required = Uma vista precisa de um nome com 60 caracteres, no máximo, numa só linha.
view-fault-name-taken = Já tem uma vista com este nome.
view-fault-filters-required = Escolha primeiro pelo menos um filtro.
view-fault-filters-unknown_field = Este domínio não existe.
view-fault-filters-unknown_country = Este país não existe.
view-fault-filters-unknown_language = Esta língua não existe.
view-fault-filters-invalid = Uma vista mostra as suas próprias correspondências, as que não estão atribuídas a ninguém ou as de uma só pessoa.
screening-no-catalogue-text = Uma tecnologia pode ser examinada assim que um responsável pelas bibliotecas importar o catálogo na página dos exames.
notices-none-text = É avisado aqui quando uma correspondência espera a sua resposta, um registo foi revisto ou um processo avança.
desk-most = Mostram-se as { $value } de maior valor; as outras sobem à medida que estas são decididas.
desk-why = O que fala a seu favor
desk-export-open = Examinada; hoje nada impede a apresentação.

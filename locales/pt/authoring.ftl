### The pages of authors: their own records, the form of a record, what is done with one.

nav-mine = Os meus registos
authoring-mine = Os registos da sua organização
authoring-all = Todos
authoring-new-technologies = Publicar uma tecnologia
authoring-new-demands = Publicar uma necessidade
authoring-new-results = Adicionar um resultado
authoring-new-institutions = Adicionar uma instituição
authoring-first-technologies = Publicar a sua primeira tecnologia
authoring-first-demands = Publicar a sua primeira necessidade
authoring-first-results = Adicionar o seu primeiro resultado
authoring-first-institutions = Adicionar a sua primeira instituição
authoring-empty-technologies = Descreva o que a sua tecnologia faz e para quem. O serviço procura as necessidades a que responde, em qualquer língua, e diz porquê.
authoring-empty-demands = Descreva, na sua própria língua, o que é necessário e o que tem de cumprir. O serviço procura as tecnologias que respondem e diz porquê.
authoring-empty-results = Uma cooperação que resultou é a melhor prova para a seguinte.
authoring-empty-institutions = Com cada correspondência são indicadas as instituições capazes de a executar.
authoring-none-text = Nenhum dos seus registos se encontra nesta situação.
authoring-nobody = A sua conta não pertence a nenhuma organização.
authoring-nobody-text = Os registos pertencem às organizações. Todos constam das listas das bibliotecas.
authoring-matches = { $count ->
    [one] { $count } correspondência
    [many] { $count } de correspondências
   *[other] { $count } correspondências
}
authoring-improve = { $count ->
    [one] { $count } ponto a melhorar
    [many] { $count } de pontos a melhorar
   *[other] { $count } pontos a melhorar
}

status-draft = Rascunho
status-returned = Devolvido com comentários
status-submitted = Aguarda avaliação
status-published = Publicado
status-expiring = Publicado, expira em breve
status-archived = Arquivado
status-withdrawn = Retirado
status-rejected = Não aceite
status-suspended = Oculto: organização suspensa

mine-record = Registo
mine-state = Situação
mine-changed = Última alteração
mine-improve = A melhorar
mine-do = Ações
mine-edit = Editar

section-what = O que é
section-worth = Em que é melhor
section-asked = O que tem de cumprir
section-conditions = Condições de funcionamento
section-where = Onde
section-terms = Condições de cooperação
section-rights = Direitos
section-people = Quem e quando
section-course = Como decorreu
section-work = Como funciona
section-export = Controlo das exportações
section-rest = Outros dados
section-record = Dados do registo
section-confidential = Parte confidencial
section-lead-what = Esta parte é lida por todos. Não mencione a sua organização nem qualquer marca e não indique contactos: ambas as partes permanecem anónimas até o intermediário as apresentar.
section-lead-asked = Um requisito por linha: cada um é comparado separadamente com cada tecnologia e a resposta é mostrada ao lado.
section-lead-conditions = Números com a sua unidade. São comparados como intervalos, seja qual for a unidade; deixe vazio o limite que não existir.
section-lead-export = O que sabe por si. Antes de as partes serem apresentadas, um responsável pelas bibliotecas examina cada tecnologia segundo o catálogo em vigor.
section-lead-confidential = Não é mostrada ao público nem incluída nas pesquisas. É lida pela sua organização, pelo intermediário que trata de uma correspondência deste registo e por quem gere o serviço; cada leitura fica registada.

hint-title = Uma linha: o que é e para que serve.
hint-summary = Duas frases para as listas.
hint-description = Como funciona, o que consegue e onde foi utilizado, com números e unidades.
hint-keywords = Uma por linha.
hint-links = Um endereço por linha. As ligações revelam quem é antes de ambas as partes terem aceitado.
hint-ipc_classes = Uma por linha, por exemplo A01G 25/16.
hint-institutions = Uma por linha: o número da instituição, por exemplo I-2026-000001.
hint-languages = Uma por linha: zh, en, fr …
hint-technology = O número da tecnologia, por exemplo T-2026-000001.
hint-lang = A língua em que escreve. Os outros leem uma tradução.
hint-trl = De 1 a 9: 9 está em uso, 6 é um protótipo no seu ambiente.
hint-min_trl = De 1 a 9: 9 está em uso, 6 é um protótipo no seu ambiente.
hint-currency = Três letras, por exemplo CNY, USD ou EUR.
hint-valid_until = O último dia de validade. Ser-lhe-á perguntado antes de expirar.
hint-external_id = O número que lhe atribui. A importação de um ficheiro com o mesmo número atualiza este registo.
hint-target_countries = Se não escolher nenhum, serve qualquer país.
hint-cooperation_modes = De que forma a cederia.
hint-accepted_modes = Se não escolher nenhuma, serve qualquer forma.
hint-ip_rights = Uma linha sem número não é guardada.
hint-requirements = Uma linha que fique vazia é removida.
hint-operating_conditions = Uma linha que fique vazia é removida.

add-requirements = Adicionar outro requisito
add-operating_conditions = Adicionar outra condição
add-ip_rights = Adicionar outro direito
add-parties = Adicionar outra parte
add-outcomes = Adicionar outro número
add-contacts = Adicionar outro contacto

part-text = Requisito
part-priority = Importância
part-quantity = Grandeza
part-min = De
part-max = Até
part-unit = Unidade
part-kind = Tipo
part-number = Número
part-territory = Território
part-name = Nome
part-country = País
part-role = Função
part-measure = O que foi medido
part-value = Valor
part-email = E-mail
part-phone = Telefone

column-export_catalogue = Catálogo de exportação
column-export_entry = Entrada do catálogo
column-export_screened_on = Data do exame
column-year = Ano
column-start_date = Primeiro dia
column-end_date = Último dia
column-grade_date = Data da classificação
column-contacts = Contactos

authoring-whole-field = todo o domínio
authoring-other-countries = Outros países
authoring-needed = obrigatório
authoring-free = publicado de imediato
authoring-remove = Remover
authoring-see = Ver o registo
authoring-save = Guardar o rascunho
authoring-change = Guardar as alterações
authoring-check = Verificar
authoring-submit = Apresentar para avaliação
authoring-published = Este registo está publicado.
authoring-at-once = As alterações a estes dados são publicadas de imediato: { $value }. Tudo o resto é avaliado primeiro; até lá, todos veem o registo tal como está.
authoring-operator = É responsável pelas bibliotecas: o que guardar é visto por todos de imediato.
closed-submitted = Aguarda avaliação e entretanto não é alterado. Para o alterar, volte a pô-lo como rascunho.
closed-withdrawn = Foi retirado. Para o alterar, volte a pô-lo como rascunho.
closed-rejected = Foi avaliado e não foi aceite; fica tal como foi avaliado.
closed-suspended = Este registo está oculto porque a sua organização está suspensa, e não pode ser alterado até ela ser restabelecida.
authoring-steps = O que mais pode fazer
authoring-waiting = A sua alteração aguarda avaliação
authoring-waiting-text = Até ser avaliada, todos veem o registo tal como estava. Para fazer outra alteração, retire primeiro esta.
authoring-take-back = Retirar a alteração
authoring-stale = Entretanto, outra pessoa guardou este registo.
authoring-stale-text = O que escreveu continua abaixo e não foi guardado. Compare; se guardar de novo, o seu texto substitui o da outra pessoa.
authoring-conflict = O texto da outra pessoa e o seu
authoring-state = A situação atual do registo não o permite.
authoring-unsaved = Não foi guardado: corrija o que é indicado abaixo.
authoring-lost = Não foi guardado: o serviço não responde ou a sua sessão já não está aberta.
authoring-kept = O que escreveu continua aqui.
authoring-mistakes = { $count ->
    [one] Há { $count } ponto a corrigir.
    [many] Há { $count } de pontos a corrigir.
   *[other] Há { $count } pontos a corrigir.
}

authoring-done-saved = O rascunho foi guardado.
authoring-done-live = A alteração foi guardada e publicada.
authoring-done-waits = O que é publicado de imediato foi guardado; o resto aguarda avaliação.
authoring-done-submitted = O registo aguarda avaliação. Será informado quando estiver concluída.
authoring-done-reopened = O registo voltou a ser rascunho.
authoring-done-archived = O registo foi arquivado.
authoring-done-withdrawn = O registo foi retirado.
authoring-done-renewed = A validade do registo foi prolongada.
authoring-done-taken_back = A sua alteração foi retirada.
authoring-done-faults = Ainda não foi feito nada: corrija primeiro o que é indicado aqui.
authoring-done-stale = Não foi feito nada: entretanto, outra pessoa alterou o registo. Está agora assim.
authoring-done-state = Não foi feito nada: a situação atual do registo não o permite.

step-reopen = Voltar a rascunho
step-renew = Renovar
step-renew-now = É válido até { $value }.
step-renew-until = Nova data de validade
step-archive = Arquivar
step-withdraw = Retirar
step-reason = Motivo (para o histórico do registo)
step-about-archive = Um registo arquivado não é mostrado a ninguém nem tem correspondências. Se o renovar, volta a ser publicado após avaliação.
step-about-withdraw = Um registo retirado não é mostrado a ninguém e as suas sugestões terminam. Fica aqui com o seu histórico e pode voltar a ser rascunho.
step-yes-archive = Sim, arquivar
step-yes-withdraw = Sim, retirar

live-title = Enquanto escreve
live-saved = Guardado
live-filled = Dados preenchidos: { $count } de { $total }
live-nearest = O mais próximo:
live-duplicates = Registos já publicados e muito semelhantes
live-mistakes = A corrigir
live-remarks = A melhorar
live-nothing = Não foi encontrado nada a melhorar.

outlook-technologies = { $count ->
    [0] Por enquanto, não corresponderia a nenhuma necessidade aberta.
    [one] Corresponderia a { $count } necessidade aberta.
    [many] Corresponderia a { $count } de necessidades abertas.
   *[other] Corresponderia a { $count } necessidades abertas.
}
outlook-demands = { $count ->
    [0] Por enquanto, nenhuma tecnologia responde a isto.
    [one] O que existe hoje: { $count } tecnologia.
    [many] O que existe hoje: { $count } de tecnologias.
   *[other] O que existe hoje: { $count } tecnologias.
}
outlook-nothing-technologies = Ainda não há nenhuma necessidade aberta.
outlook-nothing-demands = Ainda não há nenhuma tecnologia.

mistake-required = Este dado é obrigatório.
mistake-invalid = Este valor não é válido.
mistake-wrong_type = Não é possível ler isto.
mistake-no_number = Escreva um número sem a unidade, por exemplo 1200000 ou 0.5.
mistake-no_integer = Escreva um número inteiro.
mistake-no_date = Escreva uma data, por exemplo 2027-12-31.
mistake-too_long = É demasiado longo.
mistake-too_many = São demasiados.
mistake-out_of_range = Está fora dos limites admitidos.
mistake-min_above_max = O valor inferior excede o superior.
mistake-unknown_code = Escolha um da lista.
mistake-unknown_field = Este domínio não consta da taxonomia.
mistake-unknown_country = Este país não consta da lista.
mistake-unknown_currency = Escreva as três letras da moeda, por exemplo CNY.
mistake-unknown_language = Isto não é um código de língua, como zh ou pt-BR.
mistake-taken = Outro registo da sua organização já tem este número.
mistake-exact-too_long = É demasiado longo. Limite: { $a } caracteres.
mistake-exact-too_many = São demasiados. Limite: { $a }.
mistake-exact-out_of_range = Está fora dos limites admitidos: { $a }.

translations-title = Outros idiomas
translations-count = { $count ->
    [0] Nenhuma tradução
    [one] { $count } tradução
    [many] { $count } traduções
   *[other] { $count } traduções
}
translations-lead = Os leitores veem o seu texto no seu idioma quando existe, e senão o original. O que escreve conta como escrito por uma pessoa; se o original mudar depois, a tradução é marcada como mais antiga. Deixe vazio um idioma para o qual não tenha nada.
translation-by-human = por pessoas
translation-by-machine = por uma máquina
translation-by-stale = o original mudou desde então
mistake-original_language = O original já está neste idioma.
mistake-translation_stays = Uma tradução publicada substitui-se, não se esvazia.
mistake-retired_field = Este domínio está desativado; escolha outro.
mine-waiting = Aguardam a sua resposta
mine-waiting-lead = São propostas por um intermediário. A outra parte não sabe quem é antes de ambas terem aceitado.

### Names of codes: the part after the family name is the code as stored and sent by the API.

mode-licence = Licença
mode-assignment = Cessão
mode-sale = Venda de equipamento
mode-joint_rd = I&D conjunta
mode-joint_venture = Empresa comum
mode-technical_service = Serviços técnicos
mode-turnkey = Projeto chave na mão
mode-demonstration = Demonstração
mode-training = Formação

ip_status-none = Sem direitos reivindicados
ip_status-applied = Pedido apresentado
ip_status-granted = Direito concedido
ip_status-secret = Segredo comercial
ip_status-mixed = Vários tipos

ip_kind-patent = Patente
ip_kind-utility_model = Modelo de utilidade
ip_kind-design = Desenho ou modelo
ip_kind-software = Direito de autor sobre programas
ip_kind-plant_variety = Variedade vegetal
ip_kind-trade_mark = Marca
ip_kind-know_how = Saber-fazer

export_control-unscreened = Ainda não examinado
export_control-free = Exportação livre
export_control-restricted = Exportação restrita
export_control-prohibited = Exportação proibida

priority-must = obrigatório
priority-should = desejável
priority-may = facultativo

urgency-low = Baixa
urgency-normal = Normal
urgency-high = Alta
urgency-critical = Crítica

result_kind-joint_rd = I&D conjunta
result_kind-technology_transfer = Transferência de tecnologia
result_kind-joint_laboratory = Laboratório conjunto
result_kind-demonstration_base = Base de demonstração
result_kind-park_cooperation = Cooperação entre parques
result_kind-training = Formação
result_kind-exchange_visit = Visita de intercâmbio
result_kind-event = Evento
result_kind-project = Projeto

institution_kind-joint_laboratory = Laboratório conjunto
institution_kind-technology_transfer_centre = Centro de transferência de tecnologia
institution_kind-science_park = Parque científico
institution_kind-cooperation_base = Base de cooperação
institution_kind-overseas_office = Escritório no estrangeiro
institution_kind-incubator = Incubadora
institution_kind-service_firm = Empresa de serviços

progress-planned = Previsto
progress-running = Em curso
progress-completed = Concluído
progress-cancelled = Cancelado

operation-planned = Prevista
operation-operating = Em funcionamento
operation-closed = Encerrada

service-policy = Aconselhamento sobre políticas
service-technology = Tecnologia
service-projects = Projetos
service-talent = Talento
service-finance = Financiamento
service-ip = Propriedade intelectual
service-legal = Serviços jurídicos
service-training = Formação
service-market = Mercado
service-logistics = Logística

provenance-typed = introduzido aqui
provenance-imported = importado de um ficheiro
provenance-harvested = recolhido de uma fonte pública

match_status-suggested = Sugerida
match_status-shortlisted = Pré-selecionada
match_status-proposed = Proposta
match_status-accepted = Aceite
match_status-introduced = Partes apresentadas
match_status-negotiating = Em negociação
match_status-agreed = Acordada
match_status-delivered = Executada
match_status-dismissed = Descartada
match_status-declined = Recusada
match_status-lapsed = Caducada
match_status-withdrawn = Retirada
match_status-on_hold = Em suspenso

language-zh = chinês
language-en = inglês
language-fr = francês
language-ru = russo
language-ar = árabe
language-es = espanhol
language-pt = português
language-fa = persa
language-hi = hindi
language-id = indonésio
language-sw = suaíli
language-tr = turco
language-vi = vietnamita
quantity-temperature = Temperatura
quantity-power = Potência
quantity-voltage = Tensão
quantity-mass = Massa
quantity-capacity = Capacidade
quantity-frequency = Frequência
quantity-altitude = Altitude
quantity-salinity = Salinidade
quantity-concentration = Concentração
quantity-wind_speed = Velocidade do vento
quantity-storage_time = Tempo de armazenamento
quantity-area = Área
quantity-humidity = Humidade
quantity-energy = Energia
quantity-depth = Profundidade
quantity-ph = pH
quantity-head = Altura manométrica
quantity-turbidity = Turvação
quantity-flow = Caudal
quantity-pressure = Pressão
sdg-1 = 1 Erradicar a pobreza
sdg-2 = 2 Erradicar a fome
sdg-3 = 3 Saúde de qualidade
sdg-4 = 4 Educação de qualidade
sdg-5 = 5 Igualdade de género
sdg-6 = 6 Água potável e saneamento
sdg-7 = 7 Energias renováveis e acessíveis
sdg-8 = 8 Trabalho digno e crescimento económico
sdg-9 = 9 Indústria, inovação e infraestruturas
sdg-10 = 10 Reduzir as desigualdades
sdg-11 = 11 Cidades e comunidades sustentáveis
sdg-12 = 12 Produção e consumo sustentáveis
sdg-13 = 13 Ação climática
sdg-14 = 14 Proteger a vida marinha
sdg-15 = 15 Proteger a vida terrestre
sdg-16 = 16 Paz, justiça e instituições eficazes
sdg-17 = 17 Parcerias para a implementação dos objetivos

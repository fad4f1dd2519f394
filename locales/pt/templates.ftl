### Requisitos frequentes de cada domínio, propostos no formulário de uma procura. «…» é preenchido pelo autor.

templates-title = Requisitos frequentes: { $value }
templates-title-all = Requisitos frequentes por domínio
templates-lead = Prima um para o adicionar à lista e preencha o que está marcado com «…».

template-power = Alimentação elétrica no local: … V, … Hz, ou nenhuma
template-climate = Pleno desempenho de … a … °C e até … % de humidade relativa
template-standard = Conforme com a norma … e homologado em … (país)
template-spares = Peças sobresselentes entregues no prazo de … dias
template-training = Formação de … operadores em … (língua)

template-agriculture-area = Área a servir: … ha de … (cultura)
template-agriculture-water = Consumo de água: no máximo … m³ por hectare e por campanha
template-agriculture-salinity = Tolera água de rega com salinidade até … g/L
template-agriculture-yield = Rendimento: pelo menos … t por hectare

template-energy-output = Potência: … kW, pelo menos … kWh por dia
template-energy-grid = Ligação à rede: … kV, … Hz, ou fora da rede
template-energy-storage = Armazenamento: … kWh, suficiente para … horas sem geração
template-energy-cost = Custo da energia ao longo da vida útil: no máximo … (moeda: …) por kWh

template-transport-capacity = Capacidade: … passageiros ou … t por dia
template-transport-axle = Carga por eixo até … t, bitola ou classe de estrada: …
template-transport-range = Autonomia: pelo menos … km por carga ou abastecimento

template-ict-users = Serve … utilizadores, … dos quais em simultâneo
template-ict-languages = Interface nas seguintes línguas: …
template-ict-data = Dados alojados em … (país ou servidor próprio) e conservados durante … anos
template-ict-bandwidth = Funciona com uma largura de banda de … Mbit/s e durante … horas sem ligação
template-ict-interfaces = Interfaces com os sistemas existentes: …

template-water-capacity = Capacidade: … m³ de água por dia
template-water-salinity = Salinidade da água bruta: até … g/L

template-resources-feed = Minério ou resíduos a tratar: … t por dia com … % de … (substância)
template-resources-recovery = Recuperação: pelo menos … % de … (substância)
template-resources-residues = Resíduos ou salmoura: no máximo … t por dia, eliminados por …

template-environment-flow = Caudal a tratar: … m³ por dia, ponta de … m³ por hora
template-environment-inflow = Afluente: CQO … mg/L, sólidos em suspensão … mg/L
template-environment-limits = Descarga conforme com … (norma): CQO no máximo … mg/L
template-environment-energy = Consumo de energia: no máximo … kWh por m³
template-environment-monitoring = Mede … (substâncias) a cada … minutos com um erro máximo de … %

template-ocean-depth = Profundidade de trabalho: pelo menos … m
template-ocean-sea = Funciona até ao estado do mar … e com uma corrente de … m/s
template-ocean-endurance = Autonomia no mar: … dias sem manutenção
template-ocean-corrosion = Proteção contra a corrosão em água do mar durante … anos
template-ocean-data = Transmite dados a cada … minutos por … (satélite, rádio)

template-manufacturing-throughput = Produção: … peças por hora em … turnos por dia
template-manufacturing-tolerance = Tolerância: ± … mm
template-manufacturing-floor = Área disponível: … m², altura livre … m
template-manufacturing-local = Componentes ou montagem locais: pelo menos … % do valor

template-materials-strength = Resistência: pelo menos … MPa a … °C
template-materials-purity = Pureza ou composição: pelo menos … % de … (substância)
template-materials-quantity = Quantidade: … t por ano, primeira entrega de … t
template-materials-life = Vida útil: pelo menos … anos em … (meio)

template-aerospace-resolution = Resolução no terreno … m, precisão de posicionamento … m
template-aerospace-revisit = Revisita a cada … dias, dados entregues em … horas
template-aerospace-payload = Carga útil: … kg a uma distância de … km
template-aerospace-wind = Voa com ventos até … m/s e a uma altitude de … m
template-aerospace-permit = Autorização de voo ou de frequências emitida por … (autoridade)

template-health-patients = … doentes ou … amostras por dia
template-health-accuracy = Sensibilidade de pelo menos … %, especificidade de pelo menos … %
template-health-registration = Registado como medicamento ou dispositivo médico junto de … (autoridade)
template-health-storage = Armazenamento e transporte de … a … °C, prazo de validade de … meses
template-health-evidence = Evidência clínica: pelo menos … doentes em … centros

template-disaster-coverage = Cobre … km² ou … habitantes
template-disaster-warning = Alerta pelo menos … minutos antes de … (perigo)
template-disaster-false = Falsos alarmes: no máximo … %
template-disaster-blackout = Funciona … horas sem rede elétrica nem rede móvel
template-disaster-deployment = Pronto a usar em … horas após a chegada, com … pessoas

### Names of codes: the part after the family name is the code as stored and sent by the API.

mode-licence = Licencia
mode-assignment = Cesión
mode-sale = Venta de equipos
mode-joint_rd = I+D conjunta
mode-joint_venture = Empresa conjunta
mode-technical_service = Servicios técnicos
mode-turnkey = Proyecto llave en mano
mode-demonstration = Demostración
mode-training = Capacitación

ip_status-none = Sin derechos reivindicados
ip_status-applied = Solicitud presentada
ip_status-granted = Derecho concedido
ip_status-secret = Secreto comercial
ip_status-mixed = Varios tipos

ip_kind-patent = Patente
ip_kind-utility_model = Modelo de utilidad
ip_kind-design = Diseño industrial
ip_kind-software = Derecho de autor sobre programas
ip_kind-plant_variety = Obtención vegetal
ip_kind-trade_mark = Marca
ip_kind-know_how = Conocimientos técnicos

export_control-unscreened = Aún sin examinar
export_control-free = Exportación libre
export_control-restricted = Exportación restringida
export_control-prohibited = Exportación prohibida

priority-must = obligatorio
priority-should = deseable
priority-may = opcional

urgency-low = Baja
urgency-normal = Normal
urgency-high = Alta
urgency-critical = Crítica

result_kind-joint_rd = I+D conjunta
result_kind-technology_transfer = Transferencia de tecnología
result_kind-joint_laboratory = Laboratorio conjunto
result_kind-demonstration_base = Base de demostración
result_kind-park_cooperation = Cooperación entre parques
result_kind-training = Capacitación
result_kind-exchange_visit = Visita de intercambio
result_kind-event = Acto
result_kind-project = Proyecto

institution_kind-joint_laboratory = Laboratorio conjunto
institution_kind-technology_transfer_centre = Centro de transferencia de tecnología
institution_kind-science_park = Parque científico
institution_kind-cooperation_base = Base de cooperación
institution_kind-overseas_office = Oficina en el extranjero
institution_kind-incubator = Incubadora
institution_kind-service_firm = Empresa de servicios

progress-planned = Previsto
progress-running = En curso
progress-completed = Concluido
progress-cancelled = Cancelado

operation-planned = Prevista
operation-operating = En funcionamiento
operation-closed = Cerrada

service-policy = Asesoramiento sobre políticas
service-technology = Tecnología
service-projects = Proyectos
service-talent = Talento
service-finance = Financiación
service-ip = Propiedad intelectual
service-legal = Servicios jurídicos
service-training = Capacitación
service-market = Mercado
service-logistics = Logística

provenance-typed = introducido aquí
provenance-imported = importado de un archivo
provenance-harvested = recogido de una fuente pública

match_status-suggested = Sugerido
match_status-shortlisted = Preseleccionado
match_status-proposed = Propuesto
match_status-accepted = Aceptado
match_status-introduced = Partes presentadas
match_status-negotiating = En negociación
match_status-agreed = Acordado
match_status-delivered = Ejecutado
match_status-dismissed = Descartado
match_status-declined = Rechazado
match_status-lapsed = Caducado
match_status-withdrawn = Retirado
match_status-on_hold = En suspenso

language-zh = chino
language-en = inglés
language-fr = francés
language-ru = ruso
language-ar = árabe
language-es = español
language-pt = portugués
language-fa = persa
language-hi = hindi
language-id = indonesio
language-sw = suajili
language-tr = turco
language-vi = vietnamita
quantity-temperature = Temperatura
quantity-power = Potencia
quantity-voltage = Tensión
quantity-mass = Masa
quantity-capacity = Capacidad
quantity-frequency = Frecuencia
quantity-altitude = Altitud
quantity-salinity = Salinidad
quantity-concentration = Concentración
quantity-wind_speed = Velocidad del viento
quantity-storage_time = Tiempo de almacenamiento
quantity-area = Superficie
quantity-humidity = Humedad
quantity-energy = Energía
quantity-depth = Profundidad
quantity-ph = pH
quantity-head = Altura de bombeo
quantity-turbidity = Turbidez
quantity-flow = Caudal
quantity-pressure = Presión
sdg-1 = 1 Fin de la pobreza
sdg-2 = 2 Hambre cero
sdg-3 = 3 Salud y bienestar
sdg-4 = 4 Educación de calidad
sdg-5 = 5 Igualdad de género
sdg-6 = 6 Agua limpia y saneamiento
sdg-7 = 7 Energía asequible y no contaminante
sdg-8 = 8 Trabajo decente y crecimiento económico
sdg-9 = 9 Industria, innovación e infraestructura
sdg-10 = 10 Reducción de las desigualdades
sdg-11 = 11 Ciudades y comunidades sostenibles
sdg-12 = 12 Producción y consumo responsables
sdg-13 = 13 Acción por el clima
sdg-14 = 14 Vida submarina
sdg-15 = 15 Vida de ecosistemas terrestres
sdg-16 = 16 Paz, justicia e instituciones sólidas
sdg-17 = 17 Alianzas para lograr los objetivos

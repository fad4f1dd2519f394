### Requisitos frecuentes de cada campo, ofrecidos en el formulario de una demanda. «…» lo completa el autor.

templates-title = Requisitos frecuentes: { $value }
templates-title-all = Requisitos frecuentes por campo
templates-lead = Pulse uno para añadirlo a la lista y complete lo marcado con «…».

template-power = Alimentación eléctrica en el lugar: … V, … Hz, o ninguna
template-climate = Pleno rendimiento de … a … °C y hasta … % de humedad relativa
template-standard = Conforme a la norma … y homologado en … (país)
template-spares = Repuestos entregados en un plazo de … días
template-training = Formación de … operadores en … (idioma)

template-agriculture-area = Superficie que debe atenderse: … ha de … (cultivo)
template-agriculture-water = Consumo de agua: como máximo … m³ por hectárea y campaña
template-agriculture-salinity = Tolera agua de riego con una salinidad de hasta … g/L
template-agriculture-yield = Rendimiento: al menos … t por hectárea

template-energy-output = Potencia: … kW, al menos … kWh al día
template-energy-grid = Conexión a la red: … kV, … Hz, o sin conexión a la red
template-energy-storage = Almacenamiento: … kWh, suficiente para … horas sin generación
template-energy-cost = Coste de la energía durante la vida útil: como máximo … (moneda: …) por kWh

template-transport-capacity = Capacidad: … pasajeros o … t al día
template-transport-axle = Carga por eje de hasta … t, ancho de vía o clase de carretera: …
template-transport-range = Autonomía: al menos … km por carga o repostaje

template-ict-users = Da servicio a … usuarios, … de ellos simultáneos
template-ict-languages = Interfaz en los idiomas siguientes: …
template-ict-data = Datos alojados en … (país o servidor propio) y conservados … años
template-ict-bandwidth = Funciona con un ancho de banda de … Mbit/s y durante … horas sin conexión
template-ict-interfaces = Interfaces con los sistemas existentes: …

template-water-capacity = Capacidad: … m³ de agua al día
template-water-salinity = Salinidad del agua bruta: hasta … g/L

template-resources-feed = Mineral o residuos que deben tratarse: … t al día con … % de … (sustancia)
template-resources-recovery = Recuperación: al menos … % de … (sustancia)
template-resources-residues = Residuos o salmuera: como máximo … t al día, eliminados mediante …

template-environment-flow = Caudal que debe tratarse: … m³ al día, punta de … m³ por hora
template-environment-inflow = Afluente: DQO … mg/L, sólidos en suspensión … mg/L
template-environment-limits = Vertido conforme a … (norma): DQO como máximo … mg/L
template-environment-energy = Consumo de energía: como máximo … kWh por m³
template-environment-monitoring = Mide … (sustancias) cada … minutos con un error máximo del … %

template-ocean-depth = Profundidad de trabajo: al menos … m
template-ocean-sea = Funciona hasta un estado de la mar … y con una corriente de … m/s
template-ocean-endurance = Autonomía en el mar: … días sin mantenimiento
template-ocean-corrosion = Protección contra la corrosión en agua de mar durante … años
template-ocean-data = Transmite datos cada … minutos por … (satélite, radio)

template-manufacturing-throughput = Producción: … piezas por hora en … turnos al día
template-manufacturing-tolerance = Tolerancia: ± … mm
template-manufacturing-floor = Superficie disponible: … m², altura libre … m
template-manufacturing-local = Componentes o montaje locales: al menos el … % del valor

template-materials-strength = Resistencia: al menos … MPa a … °C
template-materials-purity = Pureza o composición: al menos … % de … (sustancia)
template-materials-quantity = Cantidad: … t al año, primera entrega de … t
template-materials-life = Vida útil: al menos … años en … (medio)

template-aerospace-resolution = Resolución en el terreno … m, precisión de posicionamiento … m
template-aerospace-revisit = Revisita cada … días, datos entregados en … horas
template-aerospace-payload = Carga útil: … kg a una distancia de … km
template-aerospace-wind = Vuela con vientos de hasta … m/s y a una altitud de … m
template-aerospace-permit = Permiso de vuelo o de frecuencias expedido por … (autoridad)

template-health-patients = … pacientes o … muestras al día
template-health-accuracy = Sensibilidad de al menos … %, especificidad de al menos … %
template-health-registration = Registrado como medicamento o producto sanitario ante … (autoridad)
template-health-storage = Almacenamiento y transporte de … a … °C, caducidad de … meses
template-health-evidence = Evidencia clínica: al menos … pacientes en … centros

template-disaster-coverage = Cubre … km² o … habitantes
template-disaster-warning = Alerta al menos … minutos antes de … (peligro)
template-disaster-false = Falsas alarmas: como máximo el … %
template-disaster-blackout = Funciona … horas sin red eléctrica ni red móvil
template-disaster-deployment = Listo para su uso en … horas desde la llegada, con … personas

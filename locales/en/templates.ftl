### Requirements that authors of a field often state, offered on the form of a demand. “…” is left for the author to fill in.

templates-title = Requirements often asked for: { $value }
templates-title-all = Requirements often asked for, by field
templates-lead = Press one to add it to the list, then fill in what is marked with “…”.

template-power = Power available on site: … V, … Hz, or none
template-climate = Full performance at … to … °C and up to … % relative humidity
template-standard = Conforms to standard … and is approved in … (country)
template-spares = Spare parts delivered within … days
template-training = Training of … operators in … (language)

template-agriculture-area = Area to be served: … ha of … (crop)
template-agriculture-water = Water use: at most … m³ per hectare and season
template-agriculture-salinity = Tolerates irrigation water with a salinity of up to … g/L
template-agriculture-yield = Yield: at least … t per hectare

template-energy-output = Output: … kW, at least … kWh per day
template-energy-grid = Grid connection: … kV, … Hz, or off-grid
template-energy-storage = Storage: … kWh, enough for … hours without generation
template-energy-cost = Cost of energy over the service life: at most … (currency: …) per kWh

template-transport-capacity = Capacity: … passengers or … t per day
template-transport-axle = Axle load up to … t, track gauge or road class: …
template-transport-range = Range: at least … km per charge or filling

template-ict-users = Serves … users, … of them at the same time
template-ict-languages = Interface in the following languages: …
template-ict-data = Data stored in … (country or own server) and kept for … years
template-ict-bandwidth = Works with a bandwidth of … Mbit/s and for … hours without a connection
template-ict-interfaces = Interfaces to existing systems: …

template-water-capacity = Capacity: … m³ of water per day
template-water-salinity = Salinity of the raw water: up to … g/L

template-resources-feed = Ore or waste to be treated: … t per day with … % of … (substance)
template-resources-recovery = Recovery: at least … % of … (substance)
template-resources-residues = Residues or brine: at most … t per day, disposed of by …

template-environment-flow = Flow to be treated: … m³ per day, peak … m³ per hour
template-environment-inflow = Inflow: COD … mg/L, suspended solids … mg/L
template-environment-limits = Discharge meets … (standard): COD at most … mg/L
template-environment-energy = Energy use: at most … kWh per m³
template-environment-monitoring = Measures … (substances) every … minutes with an error of at most … %

template-ocean-depth = Working depth: at least … m
template-ocean-sea = Works up to sea state … and in a current of … m/s
template-ocean-endurance = Endurance at sea: … days without maintenance
template-ocean-corrosion = Corrosion protection in seawater for … years
template-ocean-data = Sends data every … minutes over … (satellite, radio)

template-manufacturing-throughput = Throughput: … pieces per hour in … shifts a day
template-manufacturing-tolerance = Tolerance: ± … mm
template-manufacturing-floor = Floor area available: … m², clear height … m
template-manufacturing-local = Local parts or assembly: at least … % of the value

template-materials-strength = Strength: at least … MPa at … °C
template-materials-purity = Purity or composition: at least … % of … (substance)
template-materials-quantity = Quantity: … t per year, first delivery … t
template-materials-life = Service life: at least … years in … (medium or surroundings)

template-aerospace-resolution = Ground resolution … m, positioning accuracy … m
template-aerospace-revisit = Revisit every … days, data delivered within … hours
template-aerospace-payload = Payload: … kg over a distance of … km
template-aerospace-wind = Flies in winds of up to … m/s and at an altitude of … m
template-aerospace-permit = Flight or frequency permit issued by … (authority)

template-health-patients = … patients or … samples per day
template-health-accuracy = Sensitivity at least … %, specificity at least … %
template-health-registration = Registered as a medicine or medical device with … (authority)
template-health-storage = Stored and transported at … to … °C, shelf life … months
template-health-evidence = Clinical evidence: at least … patients at … centres

template-disaster-coverage = Covers … km² or … people
template-disaster-warning = Warns at least … minutes before … (hazard)
template-disaster-false = False alarms: at most … %
template-disaster-blackout = Works for … hours without mains power and mobile network
template-disaster-deployment = Ready for use within … hours of arrival, with … people

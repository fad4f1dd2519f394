### Names of codes: the part after the family name is the code as stored and sent by the API.

mode-licence = Licence
mode-assignment = Assignment
mode-sale = Sale of equipment
mode-joint_rd = Joint R&D
mode-joint_venture = Joint venture
mode-technical_service = Technical service
mode-turnkey = Turnkey project
mode-demonstration = Demonstration
mode-training = Training

ip_status-none = No rights claimed
ip_status-applied = Applied for
ip_status-granted = Granted
ip_status-secret = Trade secret
ip_status-mixed = Several kinds

ip_kind-patent = Patent
ip_kind-utility_model = Utility model
ip_kind-design = Design
ip_kind-software = Software copyright
ip_kind-plant_variety = Plant variety
ip_kind-trade_mark = Trade mark
ip_kind-know_how = Know-how

export_control-unscreened = Not yet screened
export_control-free = Free to export
export_control-restricted = Restricted
export_control-prohibited = Prohibited

priority-must = must
priority-should = should
priority-may = may

urgency-low = Low
urgency-normal = Normal
urgency-high = High
urgency-critical = Critical

result_kind-joint_rd = Joint R&D
result_kind-technology_transfer = Technology transfer
result_kind-joint_laboratory = Joint laboratory
result_kind-demonstration_base = Demonstration base
result_kind-park_cooperation = Park co-operation
result_kind-training = Training
result_kind-exchange_visit = Exchange visit
result_kind-event = Event
result_kind-project = Project

institution_kind-joint_laboratory = Joint laboratory
institution_kind-technology_transfer_centre = Technology-transfer centre
institution_kind-science_park = Science park
institution_kind-cooperation_base = Co-operation base
institution_kind-overseas_office = Overseas office
institution_kind-incubator = Incubator
institution_kind-service_firm = Service firm

progress-planned = Planned
progress-running = Running
progress-completed = Completed
progress-cancelled = Cancelled

operation-planned = Planned
operation-operating = Operating
operation-closed = Closed

service-policy = Policy advice
service-technology = Technology
service-projects = Projects
service-talent = Talent
service-finance = Finance
service-ip = Intellectual property
service-legal = Legal
service-training = Training
service-market = Market
service-logistics = Logistics

provenance-typed = entered here
provenance-imported = imported from a file
provenance-harvested = collected from a public source

match_status-suggested = Suggested
match_status-shortlisted = Shortlisted
match_status-proposed = Proposed
match_status-accepted = Accepted
match_status-introduced = Introduced
match_status-negotiating = Negotiating
match_status-agreed = Agreed
match_status-delivered = Delivered
match_status-dismissed = Dismissed
match_status-declined = Declined
match_status-lapsed = Lapsed
match_status-withdrawn = Withdrawn
match_status-on_hold = On hold

language-zh = Chinese
language-en = English
language-fr = French
language-ru = Russian
language-ar = Arabic
language-es = Spanish
language-pt = Portuguese
language-fa = Persian
language-hi = Hindi
language-id = Indonesian
language-sw = Swahili
language-tr = Turkish
language-vi = Vietnamese
quantity-temperature = Temperature
quantity-power = Power
quantity-voltage = Voltage
quantity-mass = Mass
quantity-capacity = Capacity
quantity-frequency = Frequency
quantity-altitude = Altitude
quantity-salinity = Salinity
quantity-concentration = Concentration
quantity-wind_speed = Wind speed
quantity-storage_time = Storage time
quantity-area = Area
quantity-humidity = Humidity
quantity-energy = Energy
quantity-depth = Depth
quantity-ph = pH
quantity-head = Head
quantity-turbidity = Turbidity
quantity-flow = Flow
quantity-pressure = Pressure
sdg-1 = 1 No poverty
sdg-2 = 2 Zero hunger
sdg-3 = 3 Good health and well-being
sdg-4 = 4 Quality education
sdg-5 = 5 Gender equality
sdg-6 = 6 Clean water and sanitation
sdg-7 = 7 Affordable and clean energy
sdg-8 = 8 Decent work and economic growth
sdg-9 = 9 Industry, innovation and infrastructure
sdg-10 = 10 Reduced inequalities
sdg-11 = 11 Sustainable cities and communities
sdg-12 = 12 Responsible consumption and production
sdg-13 = 13 Climate action
sdg-14 = 14 Life below water
sdg-15 = 15 Life on land
sdg-16 = 16 Peace, justice and strong institutions
sdg-17 = 17 Partnerships for the goals

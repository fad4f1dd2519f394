### Names of codes: the part after the family name is the code as stored and sent by the API.

mode-licence = Licence
mode-assignment = Cession
mode-sale = Vente d’équipements
mode-joint_rd = R&D conjointe
mode-joint_venture = Coentreprise
mode-technical_service = Services techniques
mode-turnkey = Projet clés en main
mode-demonstration = Démonstration
mode-training = Formation

ip_status-none = Aucun droit revendiqué
ip_status-applied = Demande déposée
ip_status-granted = Droit délivré
ip_status-secret = Secret d’affaires
ip_status-mixed = Plusieurs régimes

ip_kind-patent = Brevet
ip_kind-utility_model = Modèle d’utilité
ip_kind-design = Dessin ou modèle
ip_kind-software = Droit d’auteur sur logiciel
ip_kind-plant_variety = Obtention végétale
ip_kind-trade_mark = Marque
ip_kind-know_how = Savoir-faire

export_control-unscreened = Pas encore examiné
export_control-free = Exportation libre
export_control-restricted = Exportation restreinte
export_control-prohibited = Exportation interdite

priority-must = obligatoire
priority-should = souhaitable
priority-may = facultatif

urgency-low = Faible
urgency-normal = Normale
urgency-high = Élevée
urgency-critical = Critique

result_kind-joint_rd = R&D conjointe
result_kind-technology_transfer = Transfert de technologie
result_kind-joint_laboratory = Laboratoire conjoint
result_kind-demonstration_base = Base de démonstration
result_kind-park_cooperation = Coopération entre parcs
result_kind-training = Formation
result_kind-exchange_visit = Visite d’échange
result_kind-event = Manifestation
result_kind-project = Projet

institution_kind-joint_laboratory = Laboratoire conjoint
institution_kind-technology_transfer_centre = Centre de transfert de technologie
institution_kind-science_park = Parc scientifique
institution_kind-cooperation_base = Base de coopération
institution_kind-overseas_office = Bureau à l’étranger
institution_kind-incubator = Incubateur
institution_kind-service_firm = Société de services

progress-planned = Prévu
progress-running = En cours
progress-completed = Achevé
progress-cancelled = Annulé

operation-planned = En projet
operation-operating = En activité
operation-closed = Fermé

service-policy = Conseil en politiques publiques
service-technology = Technologie
service-projects = Projets
service-talent = Talents
service-finance = Financement
service-ip = Propriété intellectuelle
service-legal = Services juridiques
service-training = Formation
service-market = Marché
service-logistics = Logistique

provenance-typed = saisi ici
provenance-imported = importé d’un fichier
provenance-harvested = recueilli auprès d’une source publique

match_status-suggested = Suggérée
match_status-shortlisted = Présélectionnée
match_status-proposed = Proposée
match_status-accepted = Acceptée
match_status-introduced = Parties présentées
match_status-negotiating = En négociation
match_status-agreed = Accord conclu
match_status-delivered = Réalisée
match_status-dismissed = Écartée
match_status-declined = Refusée
match_status-lapsed = Caduque
match_status-withdrawn = Retirée
match_status-on_hold = En suspens

language-zh = chinois
language-en = anglais
language-fr = français
language-ru = russe
language-ar = arabe
language-es = espagnol
language-pt = portugais
language-fa = persan
language-hi = hindi
language-id = indonésien
language-sw = swahili
language-tr = turc
language-vi = vietnamien
quantity-temperature = Température
quantity-power = Puissance
quantity-voltage = Tension
quantity-mass = Masse
quantity-capacity = Capacité
quantity-frequency = Fréquence
quantity-altitude = Altitude
quantity-salinity = Salinité
quantity-concentration = Concentration
quantity-wind_speed = Vitesse du vent
quantity-storage_time = Durée de conservation
quantity-area = Superficie
quantity-humidity = Humidité
quantity-energy = Énergie
quantity-depth = Profondeur
quantity-ph = pH
quantity-head = Hauteur manométrique
quantity-turbidity = Turbidité
quantity-flow = Débit
quantity-pressure = Pression
sdg-1 = 1 Pas de pauvreté
sdg-2 = 2 Faim « zéro »
sdg-3 = 3 Bonne santé et bien-être
sdg-4 = 4 Éducation de qualité
sdg-5 = 5 Égalité entre les sexes
sdg-6 = 6 Eau propre et assainissement
sdg-7 = 7 Énergie propre et d’un coût abordable
sdg-8 = 8 Travail décent et croissance économique
sdg-9 = 9 Industrie, innovation et infrastructure
sdg-10 = 10 Inégalités réduites
sdg-11 = 11 Villes et communautés durables
sdg-12 = 12 Consommation et production responsables
sdg-13 = 13 Mesures relatives à la lutte contre les changements climatiques
sdg-14 = 14 Vie aquatique
sdg-15 = 15 Vie terrestre
sdg-16 = 16 Paix, justice et institutions efficaces
sdg-17 = 17 Partenariats pour la réalisation des objectifs

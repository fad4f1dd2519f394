### Exigences courantes par domaine, proposées dans le formulaire d’une demande. « … » est à compléter par l’auteur.

templates-title = Exigences courantes : { $value }
templates-title-all = Exigences courantes par domaine
templates-lead = Cliquez sur une exigence pour l’ajouter à la liste, puis complétez ce qui est marqué « … ».

template-power = Alimentation disponible sur site : … V, … Hz, ou aucune
template-climate = Pleines performances de … à … °C et jusqu’à … % d’humidité relative
template-standard = Conforme à la norme … et homologué en/au … (pays)
template-spares = Pièces de rechange livrées sous … jours
template-training = Formation de … opérateurs en … (langue)

template-agriculture-area = Surface à desservir : … ha de … (culture)
template-agriculture-water = Consommation d’eau : au plus … m³ par hectare et par saison
template-agriculture-salinity = Supporte une eau d’irrigation d’une salinité allant jusqu’à … g/L
template-agriculture-yield = Rendement : au moins … t par hectare

template-energy-output = Puissance : … kW, au moins … kWh par jour
template-energy-grid = Raccordement au réseau : … kV, … Hz, ou hors réseau
template-energy-storage = Stockage : … kWh, soit … heures sans production
template-energy-cost = Coût de l’énergie sur la durée de vie : au plus … (monnaie : …) par kWh

template-transport-capacity = Capacité : … voyageurs ou … t par jour
template-transport-axle = Charge par essieu jusqu’à … t, écartement des voies ou classe de route : …
template-transport-range = Autonomie : au moins … km par charge ou plein

template-ict-users = Dessert … utilisateurs, dont … simultanément
template-ict-languages = Interface dans les langues suivantes : …
template-ict-data = Données hébergées en/au … (pays ou serveur propre) et conservées … ans
template-ict-bandwidth = Fonctionne avec un débit de … Mbit/s et pendant … heures sans connexion
template-ict-interfaces = Interfaces avec les systèmes existants : …

template-water-capacity = Capacité : … m³ d’eau par jour
template-water-salinity = Salinité de l’eau brute : jusqu’à … g/L

template-resources-feed = Minerai ou déchets à traiter : … t par jour, à … % de … (substance)
template-resources-recovery = Taux de récupération : au moins … % de … (substance)
template-resources-residues = Résidus ou saumure : au plus … t par jour, éliminés par …

template-environment-flow = Débit à traiter : … m³ par jour, pointe … m³ par heure
template-environment-inflow = Effluent entrant : DCO … mg/L, matières en suspension … mg/L
template-environment-limits = Rejet conforme à … (norme) : DCO au plus … mg/L
template-environment-energy = Consommation d’énergie : au plus … kWh par m³
template-environment-monitoring = Mesure de … (substances) toutes les … minutes, erreur d’au plus … %

template-ocean-depth = Profondeur de travail : au moins … m
template-ocean-sea = Fonctionne jusqu’à un état de mer … et dans un courant de … m/s
template-ocean-endurance = Autonomie en mer : … jours sans entretien
template-ocean-corrosion = Protection contre la corrosion en eau de mer pendant … ans
template-ocean-data = Transmission des données toutes les … minutes par … (satellite, radio)

template-manufacturing-throughput = Cadence : … pièces par heure, … équipes par jour
template-manufacturing-tolerance = Tolérance : ± … mm
template-manufacturing-floor = Surface disponible au sol : … m², hauteur libre … m
template-manufacturing-local = Composants ou assemblage locaux : au moins … % de la valeur

template-materials-strength = Résistance : au moins … MPa à … °C
template-materials-purity = Pureté ou composition : au moins … % de … (substance)
template-materials-quantity = Quantité : … t par an, première livraison … t
template-materials-life = Durée de vie : au moins … ans dans … (milieu)

template-aerospace-resolution = Résolution au sol … m, précision de localisation … m
template-aerospace-revisit = Revisite tous les … jours, données livrées sous … heures
template-aerospace-payload = Charge utile : … kg sur une distance de … km
template-aerospace-wind = Vol par vent jusqu’à … m/s et à une altitude de … m
template-aerospace-permit = Autorisation de vol ou de fréquence délivrée par … (autorité)

template-health-patients = … patients ou … échantillons par jour
template-health-accuracy = Sensibilité d’au moins … %, spécificité d’au moins … %
template-health-registration = Enregistré comme médicament ou dispositif médical auprès de … (autorité)
template-health-storage = Stockage et transport de … à … °C, durée de conservation … mois
template-health-evidence = Preuves cliniques : au moins … patients dans … centres

template-disaster-coverage = Couvre … km² ou … habitants
template-disaster-warning = Alerte au moins … minutes avant … (aléa)
template-disaster-false = Fausses alertes : au plus … %
template-disaster-blackout = Fonctionne … heures sans réseau électrique ni réseau mobile
template-disaster-deployment = Opérationnel sous … heures après l’arrivée, avec … personnes

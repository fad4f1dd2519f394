### The frame of every page: masthead, navigation, footer, messages about the service.

site-name = Siku
site-description = Siku met en relation les besoins d’un pays et les technologies mises au point dans un autre, par-delà les langues, et montre pourquoi.
skip-to-content = Aller au contenu
nav-libraries = Bibliothèques
nav-language = Langue
nav-breadcrumb = Vous êtes ici
nav-home = Accueil
nav-about = À propos de Siku
nav-api = API
nav-design = Système graphique
search-everything = Rechercher dans les quatre bibliothèques
search-button = Rechercher
footer-line = Siku est un logiciel à code source ouvert pour le transfert international de technologies. Les contenus ont été publiés par leurs propriétaires ou proviennent des sources indiquées sur chaque fiche.
words-only-title = Mots seulement.
words-only-text = Les modèles linguistiques ne sont pas installés sur ce serveur : la recherche et la mise en relation comparent les mots et ne peuvent pas voir que deux textes en langues différentes ont le même sens.

library-technologies = Technologies
library-demands = Demandes
library-results = Résultats
library-institutions = Institutions

shelf-technologies = Technologies
shelf-demands = Demandes
shelf-results = Résultats
shelf-institutions = Institutions

range-from = à partir de { $value }
range-up-to = jusqu’à { $value }
range-until = jusqu’au { $value }
on-this-page = Sur cette page

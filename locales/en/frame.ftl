### The frame of every page: masthead, navigation, footer, messages about the service.

site-name = Siku
site-description = Siku matches what one country needs with technology another has built, across languages, and shows why.
skip-to-content = Skip to content
nav-libraries = Libraries
nav-language = Language
nav-breadcrumb = You are here
nav-home = Home
nav-about = About Siku
nav-api = API
nav-design = Design system
search-everything = Search all four libraries
search-button = Search
footer-line = Siku is open-source software for international technology transfer. What you read here was published by its owners or taken from the sources named on each record.
words-only-title = Words only.
words-only-text = The language models are not installed on this server, so searching and matching compare words and cannot see that two texts in different languages mean the same.

library-technologies = Technologies
library-demands = Demands
library-results = Results
library-institutions = Institutions

shelf-technologies = Technologies
shelf-demands = Demands
shelf-results = Results
shelf-institutions = Institutions

range-from = from { $value }
range-up-to = up to { $value }
range-until = until { $value }
on-this-page = On this page

### The frame of every page: masthead, navigation, footer, messages about the service.

site-name = Siku
site-description = Siku сопоставляет потребности одной страны с технологиями другой, невзирая на различие языков, и показывает основания.
skip-to-content = Перейти к содержанию
nav-libraries = Библиотеки
nav-language = Язык
nav-breadcrumb = Вы находитесь здесь
nav-home = Главная
nav-about = О сервисе
nav-api = API
nav-design = Система оформления
search-everything = Поиск по всем четырём библиотекам
search-button = Найти
footer-line = Siku — программное обеспечение с открытым исходным кодом для международной передачи технологий. Всё, что вы здесь читаете, опубликовано владельцами или взято из источников, указанных в каждой записи.
words-only-title = Только по словам.
words-only-text = На этом сервере не установлены языковые модели, поэтому поиск и подбор сравнивают слова и не могут распознать, что два текста на разных языках означают одно и то же.

library-technologies = Технологии
library-demands = Потребности
library-results = Результаты
library-institutions = Учреждения

shelf-technologies = Технологии
shelf-demands = Потребности
shelf-results = Результаты
shelf-institutions = Учреждения

range-from = от { $value }
range-up-to = до { $value }
range-until = по { $value }
on-this-page = На этой странице

### Home page.

home-title = Международная передача технологий
home-heading = Потребности одной страны — технологии другой
home-lead = Siku читает четыре библиотеки на любых языках, находит технологии, отвечающие потребности, и требование за требованием показывает, какое предложение на него отвечает.
home-search-hint = Опишите потребность или технологию своими словами на любом языке.
home-count-technologies = { $count ->
    [one] предлагаемая технология
    [few] предлагаемые технологии
    [many] предлагаемых технологий
   *[other] предлагаемой технологии
}
home-count-demands = { $count ->
    [one] потребность
    [few] потребности
    [many] потребностей
   *[other] потребности
}
home-count-results = { $count ->
    [one] состоявшийся проект
    [few] состоявшихся проекта
    [many] состоявшихся проектов
   *[other] состоявшегося проекта
}
home-count-institutions = { $count ->
    [one] учреждение для внедрения
    [few] учреждения для внедрения
    [many] учреждений для внедрения
   *[other] учреждения для внедрения
}
home-matches = Последние подборы
home-latest-technologies = Последние технологии
home-latest-demands = Последние потребности
home-latest-results = Последние результаты
home-latest-institutions = Последние учреждения
home-all-technologies = Все технологии
home-all-demands = Все потребности
home-all-results = Все результаты
home-all-institutions = Все учреждения
home-nothing-yet = Здесь пока ничего не опубликовано.

map-title = Где потребности и результаты
map-demands = { $count ->
    [one] { $count } потребность
    [few] { $count } потребности
    [many] { $count } потребностей
   *[other] { $count } потребности
}
map-results = { $count ->
    [one] { $count } результат
    [few] { $count } результата
    [many] { $count } результатов
   *[other] { $count } результата
}
map-country = { $country }: { $demands }, { $results }
map-table = Все страны в виде таблицы
map-country-column = Страна
map-total = Всего
map-note = Результат, относящийся к нескольким странам, учтён в каждой из них, а в итоге — один раз.
map-legend = Потребности и результаты страны
home-supply-title = У вас есть технология?
home-supply-text = Зарегистрируйте предприятие, разместите одну технологию или целую таблицу и увидьте, каким потребностям она отвечает.
home-demand-title = Она нужна вашей стране?
home-demand-text = Посольства, министерства и палаты входят по приглашению и размещают потребности на своём языке.

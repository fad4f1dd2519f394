### Home page.

home-title = 国际技术转移
home-heading = 各国所需，遇见可用之技
home-lead = 四库读懂任何语言的四个资料库，为每项需求找到能解决它的技术，并逐条指出哪句话回应了哪项要求。
home-search-hint = 用自己的话描述需求或技术，任何语言均可。
home-count-technologies = 项可转移技术
home-count-demands = 项合作需求
home-count-results = 个已实施项目
home-count-institutions = 家平台机构
home-matches = 最新对接
home-latest-technologies = 最新技术
home-latest-demands = 最新需求
home-latest-results = 最新成果
home-latest-institutions = 最新机构
home-all-technologies = 全部技术
home-all-demands = 全部需求
home-all-results = 全部成果
home-all-institutions = 全部机构
home-nothing-yet = 此处尚无已发布的内容。

map-title = 需求与成果在哪些国家
map-demands = { $count } 项需求
map-results = { $count } 项成果
map-country = { $country }：{ $demands }，{ $results }
map-table = 以表格查看各国数字
map-country-column = 国家
map-total = 合计
map-note = 涉及多个国家的成果，在每个国家各计一次；合计中只计一次。
map-legend = 每个国家的需求与成果数
home-supply-title = 您有可转移的技术？
home-supply-text = 注册企业，逐项发布或用表格批量导入，随即看到它能满足哪些需求。
home-demand-title = 您的国家需要技术？
home-demand-text = 使馆、部委和商会凭邀请加入，用本国语言发布需求。

### About page.

about-title = 关于四库
about-lead = 四库（Siku）是面向国际技术转移的开源供需对接服务。
about-what-title = 四库做什么
about-what = 企业发布技术，多为中文；使馆用本国语言发布所在国的需求。四库逐条比对，指出哪句话回应了哪项要求、哪些尚无回应、别处有哪些成功的类似项目、哪些机构可以承接落地。
about-libraries-title = 四个资料库
about-technologies = 可转移的技术：用途、优势、成熟度、知识产权与出口管制状况。
about-demands = 伙伴国的需求：问题、要求、预算与决策方。
about-results = 已实施的合作：参与方、地点、方式与成效，为下一次合作提供例证。
about-institutions = 能在当地承接落地的实验室、中心、园区与企业。
about-score-title = 评分的含义
about-score = 评分是估计值：评分为 80% 的推荐，约有八成被采纳。“未说明”绝不等于“不满足”：文中未提，便是应当询问的问题。
about-limits-title = 四库不做什么
about-limits = 四库只作推荐，由人决定。公众页面不显示联系方式；四库不能代替出口管制审查、尽职调查与法律意见。
about-map-title = 地图从何而来
about-map = 首页地图采用公有领域的 Natural Earth 数据（1:110m）：边界与形状均按该来源绘制，不表示四库对任何领土或边界的法律地位持有立场。面积过小而无法绘出的国家以圆点表示。
about-open-title = 开源
about-open = 四库是采用 Apache 2.0 许可的自由软件。程序可通过接口读取此处所见的全部内容。

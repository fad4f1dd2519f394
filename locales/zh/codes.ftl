### Names of codes: the part after the family name is the code as stored and sent by the API.

mode-licence = 许可
mode-assignment = 转让
mode-sale = 设备销售
mode-joint_rd = 联合研发
mode-joint_venture = 合资
mode-technical_service = 技术服务
mode-turnkey = 交钥匙工程
mode-demonstration = 示范
mode-training = 培训

ip_status-none = 未主张权利
ip_status-applied = 申请中
ip_status-granted = 已授权
ip_status-secret = 商业秘密
ip_status-mixed = 多种形式

ip_kind-patent = 发明专利
ip_kind-utility_model = 实用新型
ip_kind-design = 外观设计
ip_kind-software = 软件著作权
ip_kind-plant_variety = 植物新品种
ip_kind-trade_mark = 商标
ip_kind-know_how = 技术秘密

export_control-unscreened = 尚未审查
export_control-free = 自由出口
export_control-restricted = 限制出口
export_control-prohibited = 禁止出口

priority-must = 必须
priority-should = 应当
priority-may = 可选

urgency-low = 低
urgency-normal = 一般
urgency-high = 高
urgency-critical = 紧急

result_kind-joint_rd = 联合研发
result_kind-technology_transfer = 技术转移
result_kind-joint_laboratory = 联合实验室
result_kind-demonstration_base = 示范基地
result_kind-park_cooperation = 园区合作
result_kind-training = 培训
result_kind-exchange_visit = 交流访问
result_kind-event = 活动
result_kind-project = 合作项目

institution_kind-joint_laboratory = 联合实验室
institution_kind-technology_transfer_centre = 技术转移中心
institution_kind-science_park = 科技园区
institution_kind-cooperation_base = 国际合作基地
institution_kind-overseas_office = 海外机构
institution_kind-incubator = 孵化器
institution_kind-service_firm = 服务机构

progress-planned = 计划中
progress-running = 进行中
progress-completed = 已完成
progress-cancelled = 已取消

operation-planned = 筹建中
operation-operating = 运行中
operation-closed = 已关闭

service-policy = 政策咨询
service-technology = 技术
service-projects = 项目
service-talent = 人才
service-finance = 金融
service-ip = 知识产权
service-legal = 法律
service-training = 培训
service-market = 市场
service-logistics = 物流

provenance-typed = 在线录入
provenance-imported = 文件导入
provenance-harvested = 采集自公开来源

match_status-suggested = 系统推荐
match_status-shortlisted = 列入备选
match_status-proposed = 已推介
match_status-accepted = 双方接受
match_status-introduced = 已引荐
match_status-negotiating = 洽谈中
match_status-agreed = 已签约
match_status-delivered = 已交付
match_status-dismissed = 不予采用
match_status-declined = 已谢绝
match_status-lapsed = 已失效
match_status-withdrawn = 已撤回
match_status-on_hold = 搁置

language-zh = 中文
language-en = 英文
language-fr = 法文
language-ru = 俄文
language-ar = 阿拉伯文
language-es = 西班牙文
language-pt = 葡萄牙文
language-fa = 波斯文
language-hi = 印地文
language-id = 印度尼西亚文
language-sw = 斯瓦希里文
language-tr = 土耳其文
language-vi = 越南文
quantity-temperature = 温度
quantity-power = 功率
quantity-voltage = 电压
quantity-mass = 质量
quantity-capacity = 处理能力
quantity-frequency = 频率
quantity-altitude = 海拔
quantity-salinity = 盐度
quantity-concentration = 浓度
quantity-wind_speed = 风速
quantity-storage_time = 储存时间
quantity-area = 面积
quantity-humidity = 湿度
quantity-energy = 能量
quantity-depth = 深度
quantity-ph = 酸碱度（pH）
quantity-head = 扬程
quantity-turbidity = 浊度
quantity-flow = 流量
quantity-pressure = 压力
sdg-1 = 1 无贫穷
sdg-2 = 2 零饥饿
sdg-3 = 3 良好健康与福祉
sdg-4 = 4 优质教育
sdg-5 = 5 性别平等
sdg-6 = 6 清洁饮水和卫生设施
sdg-7 = 7 经济适用的清洁能源
sdg-8 = 8 体面工作和经济增长
sdg-9 = 9 产业、创新和基础设施
sdg-10 = 10 减少不平等
sdg-11 = 11 可持续城市和社区
sdg-12 = 12 负责任消费和生产
sdg-13 = 13 气候行动
sdg-14 = 14 水下生物
sdg-15 = 15 陆地生物
sdg-16 = 16 和平、正义与强大机构
sdg-17 = 17 促进目标实现的伙伴关系

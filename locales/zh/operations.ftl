### 服务运行：任务、索引、审计、设置。

operations-title = 运行
operations-jobs = 任务
operations-index = 检索索引
operations-audit = 审计
operations-settings = 设置

jobs-lead = 每次变更引起的后续工作是一项任务：匹配、提醒。任务失败后会自动重试，间隔逐次加倍，直到放弃。
jobs-states = 状态
jobs-state-waiting = 等待（{ $a }）
jobs-state-failing = 失败重试（{ $a }）
jobs-state-given_up = 已放弃（{ $a }）
jobs-state-done = 已完成（{ $a }）
jobs-none-title = 没有任务
jobs-none-text = 没有处于此状态的任务。
jobs-since = 自{ $value }
jobs-attempts = 已尝试 { $count } 次
jobs-next = 将于{ $value }重试
jobs-given-up = 于{ $value }放弃
jobs-done = 于{ $value }完成
jobs-retry = 立即重试
jobs-retry-all = 全部立即重试
jobs-retried = { $count ->
    [0] 没有失败的任务。
   *[other] 已重新安排 { $count } 项任务。
}
job-match_demand = 匹配需求
job-match_technology = 匹配技术
job-alert_searches = 通知订阅检索的用户
job-translate_record = 翻译一条记录

index-lead = 索引均由数据库计算得出，可随时重建。前一个数字是索引已收入的最后变更，后一个是最新变更。
index-library = 库
index-records = 记录
index-change = 已收入 / 最新变更
index-waiting = 待计算向量
index-size = 占用磁盘
index-behind = 落后
index-megabytes = { $value } MB
index-algorithm = 算法 { $value }
index-weights = 权重版本 { $value }
index-model = 模型 { $value }
index-model-missing = 缺少模型 { $value }
index-check = 检查
index-rebuild = 重建
index-rebuild-lead = 检查会逐条比较索引与数据库。重建会在现有索引旁生成新索引，完成之前仍使用现有索引。

errand-check_index = 索引检查
errand-rebuild_index = 索引重建
errand-verify_audit = 审计验证
errand-began = 开始于{ $value }
errand-running-of = 已完成 { $a } / { $b }
errand-ended-done = { $a }结束，一切正常
errand-ended-partly = { $a }结束，存在问题
errand-ended-failed = { $a }失败
errand-look-again = 请刷新页面查看进度。

audit-lead = 谁做了什么、谁看了什么，最新的在前。各条目以散列值相连，不能更改。
audit-not-verified = 服务启动以来尚未验证审计链。
audit-verify = 验证审计链
audit-number = 编号
audit-time = 时间
audit-who = 人员
audit-service = 系统
audit-actor = 人员
audit-action = 操作
audit-record = 记录
audit-from = 自
audit-to = 至
audit-filter = 筛选
audit-all = 显示全部
audit-detail = 详情
audit-export = 下载这些条目（JSON Lines）
audit-none-title = 没有条目
audit-none-text = 审计中没有符合条件的条目。
audit-wrong-actor = 人员须为标识号。
audit-wrong-record = 记录须为标识号。
audit-wrong-from = “自”须为日期。
audit-wrong-to = “至”须为日期。

settings-lead = 本进程中生效的设置及其来源。不显示任何密钥。
settings-key = 设置项
settings-value = 值
settings-source = 来源
setting-source-default = 默认
setting-source-file = 文件 { $a }
setting-source-environment = 环境变量 { $a }
setting-source-option = 命令行 { $a }

dashboard-name = 数据看板
dashboard-all-countries = 全部国家
dashboard-all-fields = 全部领域
dashboard-filter = 查看
dashboard-table = 表格
dashboard-more = 表格中还有 { $count } 行。
dashboard-rest = 下载的文件中还有 { $count } 行。
dashboard-none-title = 暂无数据
dashboard-none-text = 没有此类数据。
dashboard-nothing = 未注明
dashboard-title-funnel = 从推荐到交付
dashboard-title-time = 各状态停留时间
dashboard-title-spread = 按国家、领域和月份的匹配
dashboard-title-unanswered_demands = 尚无匹配的需求
dashboard-title-idle_technologies = 尚无需求的技术
dashboard-title-grades = 按等级的机构
dashboard-lead-funnel = 至少到达该步骤的匹配数。已撤销的步骤不计入。
dashboard-lead-time = 匹配离开某一状态之前停留天数的中位数。
dashboard-lead-spread = 已推荐的匹配，按需求的国家和领域统计。涉及两个领域的需求在两处各计一次。
dashboard-lead-unanswered_demands = 没有任何进行中匹配的已发布需求。
dashboard-lead-idle_technologies = 没有任何进行中匹配的已发布技术。
dashboard-lead-grades = 已发布的机构。
dashboard-head-state = 状态
dashboard-head-country = 国家
dashboard-head-field = 领域
dashboard-head-month = 月份
dashboard-head-grade = 等级
dashboard-measure-matches = 匹配数
dashboard-measure-median_days = 天数（中位数）
dashboard-measure-left = 已离开
dashboard-measure-present = 当前
dashboard-measure-suggested = 已推荐
dashboard-measure-introduced = 已引荐
dashboard-measure-agreed = 已达成
dashboard-measure-demands = 需求数
dashboard-measure-technologies = 技术数
dashboard-measure-institutions = 机构数

operations-taxonomy = 领域分类
taxonomy-lead = 技术领域及其名称。修改后，列表、表单、筛选与匹配立即随之更新。
taxonomy-shown = 显示
taxonomy-all = { $count ->
   *[other] 全部 { $count } 个领域
}
taxonomy-lacking = { $count ->
   *[other] { $count } 个缺少名称
}
taxonomy-none-title = 没有缺少的名称
taxonomy-none-text = 每个领域都有七种语言的名称。
taxonomy-missing = 缺少：{ $value }
taxonomy-retired = 已停用
taxonomy-replaced = 已停用，由“{ $value }”代替
field-labels = 名称
field-labels-lead = 某种语言没有名称时，读者看到英文名称，其次是中文名称；两者至少要有一个。
field-save = 保存名称
field-now = 现在是
field-stale = 您打开之后，别人修改了这个领域。您填写的内容仍在，旁边是已存的内容；再次保存即可替换。
field-wrong = 没有保存。问题写在下面各项旁边。
field-records = { $count ->
    [0] 没有记录使用它
   *[other] { $count } 条记录使用它
}
field-retirement = 停用
field-retirement-lead = 已有记录保留停用的领域，仍可按它查找；新记录不能再选择它。
field-replacement = 改选
field-no-replacement = 无
field-retire = 停用此领域
field-restore = 恢复使用
field-below = 在此领域下新增
field-name = 代码，前缀为
field-name-hint = 小写字母、数字和下划线。代码永不改变，名称可以修改。
field-add = 新增领域
field-done-changed = 名称已保存。
field-done-retired = 领域已停用。
field-done-restored = 领域已恢复使用。
field-done-added = 领域已新增。
field-fault-labels-too_long = 名称最多 120 个字符。
field-fault-labels-invalid = 已有别的领域使用这个名称，或者名称不止一行。
field-fault-labels-required = 中文或英文名称至少要有一个。
field-fault-code-unknown_field = 只能在一级领域之下新增。
field-fault-code-invalid = 代码已被使用，或含有小写字母、数字和下划线以外的字符，或不以字母开头。
field-fault-code-too_long = 代码太长。
field-fault-retired-locked = 此领域不能停用：它正代替另一个领域，或者是一级领域。
field-fault-replacement-invalid = 只有停用的领域才有替代。
field-fault-replacement-unknown_field = 替代的必须是另一个在用的领域。

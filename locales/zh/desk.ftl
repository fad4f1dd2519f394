### 技术经理人工作台：待办队列、在办事项、出口筛查；以及通知。

desk-title = 工作台
desk-queue = 待决队列
desk-cases = 我的在办事项
desk-screenings = 出口筛查
desk-field = 领域
desk-country = 需求国家
desk-language = 语言
desk-state = 状态
desk-whose = 负责人
desk-any = 不限
desk-waiting = 尚未决定
desk-anybody = 任何人
desk-assigned-me = 我
desk-assigned-nobody = 无人
desk-narrow = 显示
desk-empty-title = 没有待决定的匹配。
desk-empty-text = 一旦有需求或技术发布或变更，新的推荐就会出现在这里。
desk-key-move = 移动
desk-key-open = 打开
desk-key-dismiss = 否决，再按数字选择原因
desk-key-mark = 勾选
desk-mark = 勾选
desk-marked = 已勾选的：
desk-dismiss-marked = 否决已勾选的
desk-dismissed = 已否决 { $count } 个匹配。
desk-no-cases-title = 没有由您负责的在办事项。
desk-no-cases-text = 可从队列中认领，或由他人分派给您。

screening-lead = 在办匹配中的技术，须先完成出口筛查才能引荐。
screening-none-title = 没有待筛查的技术。
screening-none-text = 所有在办匹配的技术均已按现行目录、以现有文本完成筛查。
screening-look = 查看
screening-why-unscreened = 从未筛查
screening-why-older_catalogue = 依据的是旧目录
screening-why-technology_changed = 筛查后文本有变更
screening-waiting = { $count } 个匹配在等待
screening-catalogues = 目录
screening-in-force = 自 { $value } 起施行
screening-entries = { $count } 个条目
screening-file = 目录文件
screening-import = 导入目录
screening-import-hint = JSON Lines 格式：第一行为目录信息，其余每行一个条目。
screening-unreadable = 无法读取该目录：{ $value }
screening-done-recorded = 筛查结论已记录。
screening-done-imported = 目录已导入。依据旧目录筛查的技术须重新筛查。
screening-near = 目录中最接近的条目
screening-near-lead = 仅供参考，不是筛查结论。
screening-near-none = 目录中没有接近的条目。
screening-entry = 条目
screening-nearness = 接近程度
screening-record = 记录筛查结论
screening-outcome = 结论
screening-more-entries = 考虑过的其他条目（编号，以逗号分隔）
screening-against = 依据 { $value } 的目录

notices-title = 通知
notices-none = 还没有通知。
notices-read = 标为已读
notices-read-all = 全部标为已读

live-new = 这个页面打开后有新内容。
live-show = 显示

### 队列的已存视图。

view-tabs = 已存视图
view-new = 将当前筛选保存为
view-save = 保存视图
view-manage = 重命名或删除此视图
view-new-name = 名称
view-rename = 重命名
view-remove = 删除此视图
view-too-many = 您已有 20 个视图，请先删除一个再保存。
view-fault-name-required = 视图需要一个名称，最多 60 个字符，不换行。
view-fault-name-taken = 您已有同名视图。
view-fault-filters-required = 请先选择至少一个筛选条件。
view-fault-filters-unknown_field = 没有这个领域。
view-fault-filters-unknown_country = 没有这个国家。
view-fault-filters-unknown_language = 没有这种语言。
view-fault-filters-invalid = 只能是自己的、无人负责的，或某个人的匹配。
screening-no-catalogue-text = 管理方在“出口筛查”页面导入目录后，才能进行筛查。
notices-none-text = 匹配需要您答复、记录被审核或对接事项有进展时，会在这里告诉您。
desk-most = 此处显示价值最高的 { $value } 项；处理之后，其余依次补上。
desk-why = 推荐理由
desk-export-open = 已通过出口审查，今日可以引荐。

### 需求表单中各领域常见的要求。“…”表示由填写人补全。

templates-title = 常见要求：{ $value }
templates-title-all = 各领域常见要求
templates-lead = 点击即可加入列表，再填写标有“…”之处。

template-power = 现场供电：… V、… Hz，或无电网
template-climate = 在 … 至 … °C、相对湿度不超过 … % 的条件下满负荷运行
template-standard = 符合标准 …，并在 …（国家）获得认证
template-spares = 备件在 … 天内到货
template-training = 用 …（语言）培训 … 名操作人员

template-agriculture-area = 适用面积：… 公顷，作物：…
template-agriculture-water = 用水量：每公顷每季不超过 … 立方米
template-agriculture-salinity = 耐受灌溉水含盐量：不超过 … g/L
template-agriculture-yield = 产量：每公顷不低于 … 吨

template-energy-output = 输出功率：… 千瓦，每天发电不少于 … 千瓦时
template-energy-grid = 接入电网：… kV、… Hz，或离网运行
template-energy-storage = 储能：… 千瓦时，无供电来源时可支持 … 小时
template-energy-cost = 全寿命度电成本：每千瓦时不超过 …（币种：…）

template-transport-capacity = 运输能力：每天 … 人次或 … 吨
template-transport-axle = 轴重不超过 … 吨，轨距或道路等级：…
template-transport-range = 续航里程：每次充电或加注不少于 … km

template-ict-users = 服务用户 … 个，其中同时在线 … 个
template-ict-languages = 界面语言：…
template-ict-data = 数据存放在 …（国家或自有服务器），保存 … 年
template-ict-bandwidth = 带宽 … Mbit/s 即可运行，断网时可独立工作 … 小时
template-ict-interfaces = 与现有系统的接口：…

template-water-capacity = 产水能力：… 立方米/天
template-water-salinity = 原水含盐量：不超过 … g/L

template-resources-feed = 处理矿石或废料：… 吨/天，含 …（成分）… %
template-resources-recovery = 回收率：…（成分）不低于 … %
template-resources-residues = 残余物或浓水：每天不超过 … 吨，处置方式：…

template-environment-flow = 处理水量：… 立方米/天，高峰 … 立方米/小时
template-environment-inflow = 进水水质：COD … mg/L，悬浮物 … mg/L
template-environment-limits = 排放达到 …（标准）：COD 不超过 … mg/L
template-environment-energy = 能耗：每立方米不超过 … 千瓦时
template-environment-monitoring = 监测 …（物质），每 … 分钟一次，误差不超过 … %

template-ocean-depth = 工作水深：不小于 … m
template-ocean-sea = 可在 … 级海况、… m/s 海流下工作
template-ocean-endurance = 海上连续工作：… 天免维护
template-ocean-corrosion = 海水防腐年限：… 年
template-ocean-data = 每 … 分钟通过 …（卫星、无线电）传输数据

template-manufacturing-throughput = 产能：每小时 … 件，每天 … 班
template-manufacturing-tolerance = 加工精度：± … mm
template-manufacturing-floor = 可用厂房面积 … 平方米，净高 … m
template-manufacturing-local = 本地零部件或组装比例：不低于 … %

template-materials-strength = 强度：在 … ℃ 下不低于 … 兆帕
template-materials-purity = 纯度或成分：…（成分）不低于 … %
template-materials-quantity = 数量：每年 … 吨，首批 … 吨
template-materials-life = 使用寿命：在 …（介质或环境）中不少于 … 年

template-aerospace-resolution = 地面分辨率 … m，定位精度 … m
template-aerospace-revisit = 每 … 天重访一次，数据在 … 小时内交付
template-aerospace-payload = 载荷：… kg，航程 … km
template-aerospace-wind = 可在风速 … m/s、海拔 … m 条件下飞行
template-aerospace-permit = 飞行或频率许可由 …（主管机构）颁发

template-health-patients = 每天 … 名患者或 … 份样本
template-health-accuracy = 灵敏度不低于 … %，特异度不低于 … %
template-health-registration = 已在 …（国家或机构）注册为药品或医疗器械
template-health-storage = 在 … 至 … °C 下储存和运输，有效期 … 个月
template-health-evidence = 临床证据：不少于 … 例患者，… 个中心

template-disaster-coverage = 覆盖 … 平方公里或 … 人
template-disaster-warning = 在 …（灾害）发生前至少 … 分钟预警
template-disaster-false = 误报率：不超过 … %
template-disaster-blackout = 在无市电、无移动网络时可工作 … 小时
template-disaster-deployment = 到达后 … 小时内投入使用，操作人员 … 人

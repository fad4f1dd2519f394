### 一方表达的合作意向，只交给技术经理人。

interest-title = 表达合作意向
interest-lead-technologies = 请告知技术经理人此技术可满足贵方哪项需求。技术经理人将审阅；在其正式推介之前，对方不会得知。
interest-lead-demands = 请告知技术经理人贵方哪项技术可满足此需求。技术经理人将审阅；在其正式推介之前，对方不会得知。
interest-own = 贵方的记录
interest-offer-or-need = 贵方提供或需要什么
interest-why = 为什么选择这一项
interest-length = 两段文字各 150 至 600 字。
interest-send = 告知技术经理人
interest-no-own = 请选择贵单位已发布的一条记录。
interest-nothing-own = 贵单位没有可用的已发布记录。
interest-publish-first = 表达意向需要贵单位在另一库中有已发布的记录。
interest-again = 贵方已就此表达过意向，技术经理人正在处理。
interest-proposed = 双方已被正式推介，请答复该推介。
interest-done = 技术经理人已收到贵方的意向。

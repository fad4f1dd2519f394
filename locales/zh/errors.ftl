### Error pages.

error-404-title = 页面不存在
error-404-text = 此地址没有内容，或您无权查看。若地址为手工输入，请核对；若由链接进入，该记录可能已被撤回。
error-400-title = 无法识别此地址
error-400-text = 地址中有无效的部分。请返回上一页重试。
error-429-title = 请求过于频繁
error-429-text = 请稍候再刷新页面。
error-500-title = 服务出现故障
error-500-text = 故障已被记录，请重试。若持续出现，请将下面的编号告知本服务的运行者。
error-503-title = 服务繁忙或正在启动
error-503-text = 请几秒后刷新页面。
error-request-id = 请求编号

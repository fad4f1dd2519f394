### 停止邮件。

unsubscribe-title = 不再接收邮件
unsubscribe-lead = 此后通知只保留在服务内的列表中，不再发送邮件。您可随时在设置中更改。
unsubscribe-button = 不再给我发邮件
unsubscribe-done = 您将不再收到通知邮件。通知仍在服务内的列表中。

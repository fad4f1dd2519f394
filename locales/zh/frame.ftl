### The frame of every page: masthead, navigation, footer, messages about the service.

site-name = 四库 Siku
site-description = 四库让各国的合作需求与可转移的技术跨语言对接，并逐条说明理由。
skip-to-content = 跳到正文
nav-libraries = 四库
nav-language = 语言
nav-breadcrumb = 当前位置
nav-home = 首页
nav-about = 关于四库
nav-api = 接口
nav-design = 设计规范
search-everything = 在四库中检索
search-button = 检索
footer-line = 四库是面向国际技术转移的开源软件。页面内容由各记录的所有者发布，或取自记录中注明的来源。
words-only-title = 仅按词语检索。
words-only-text = 本服务器未安装语言模型，检索与对接只能比较词语，无法识别不同语言中含义相同的内容。

library-technologies = 技术储备库
library-demands = 合作需求库
library-results = 项目成果库
library-institutions = 平台机构库

shelf-technologies = 技术
shelf-demands = 需求
shelf-results = 成果
shelf-institutions = 机构

range-from = { $value }起
range-up-to = 最高 { $value }
range-until = 至{ $value }
on-this-page = 本页内容

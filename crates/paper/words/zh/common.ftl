# 页面与文书共用的词语。

month-1 = 1
month-2 = 2
month-3 = 3
month-4 = 4
month-5 = 5
month-6 = 6
month-7 = 7
month-8 = 8
month-9 = 9
month-10 = 10
month-11 = 11
month-12 = 12
month-alone-1 = 1月
month-alone-2 = 2月
month-alone-3 = 3月
month-alone-4 = 4月
month-alone-5 = 5月
month-alone-6 = 6月
month-alone-7 = 7月
month-alone-8 = 8月
month-alone-9 = 9月
month-alone-10 = 10月
month-alone-11 = 11月
month-alone-12 = 12月

unit-b = 字节
unit-kib = KiB
unit-mib = MiB
unit-gib = GiB
unit-tib = TiB

count-items = { $count } 件
count-days = { $count } 天

word-yes = 是
word-no = 否
word-unknown = 不详
word-not-stated = 未填写
word-not-applicable = 不适用

lang-ar = 阿拉伯文
lang-zh = 中文
lang-en = 英文
lang-fr = 法文
lang-ru = 俄文
lang-es = 西班牙文

class-public = 公开
class-official = 公务
class-restricted = 限制传阅
class-confidential = 秘密
class-secret = 机密
class-top-secret = 绝密

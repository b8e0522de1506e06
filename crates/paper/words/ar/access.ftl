# Subject access and redress: what the ledger says of it, refusals, and the letter to the applicant.

verb-access-entered = عُولج طلب شخص
verb-access-read = قُرئ طلب شخص
verb-access-decided = بُتّ في الجواب عن مقدم طلب
verb-access-approved = بتّ الشخص الثاني في إفصاح لمقدم طلب
verb-access-kept = طلب شخص: حلّ يومه

may-access-enter = معالجة طلب شخص للاطلاع أو التصحيح أو المحو
may-access-read = قراءة طلبات الأشخاص
may-access-decide = البت فيما يُجاب به عن مقدم طلب
may-access-approve = الإذن بخروج إفصاح لمقدم طلب أو إعادته
may-access-keep = إرسال الأجوبة في يومها وإتلاف ما انتهى

refusal-access-asked = سبق أن سُئل عن ذلك.
    .action = اختر دولة لم تُسأل بعد.
refusal-access-not-asked = لم تُسأل { $state } عن هذا الطلب.
refusal-access-answered = سبق أن أجابت { $state }. والعبرة بما قيل أولا.
refusal-access-waiting = لم تنته بعد مهلة جواب { $state }.
    .action = انتظر جوابها أو نهاية مهلتها.
refusal-access-word = في النص كلمة لا يجوز أن تخرج: اسم رمزي أو اسم مصدر.
    .action = اكتبه بدون تلك الكلمة.

access-letter-access = طلبتم في { $day } (رقمنا { $number }) معرفة ما يُحفظ عنكم. وفيما يلي أجوبة الدول التي سُئلت.
access-letter-correct = طلبتم في { $day } (رقمنا { $number }) تصحيح ما يُحفظ عنكم. وفيما يلي أجوبة الدول التي سُئلت.
access-letter-erase = طلبتم في { $day } (رقمنا { $number }) محو ما يُحفظ عنكم. وفيما يلي أجوبة الدول التي سُئلت.
access-letter-unproven = تعذرت معالجة طلبكم المؤرخ { $day } (رقمنا { $number }) لأن هوية مقدم الطلب لم تثبت. لم يُبحث عن شيء ولم تُسأل أي دولة. ولكم أن تقدموا الطلب من جديد بوثيقة هوية، أو بواسطة ممثل معه تفويض مكتوب منكم.
access-neither = لا نؤكد ولا ننفي أن معلومات عنكم محفوظة. ويُعطى هذا الجواب بالألفاظ نفسها سواء أكانت محفوظة أم لم تكن.
access-silent = لم يرد جواب في المهلة المحددة.
access-letter-check = لهيئة الرقابة أن تتحقق، بطلب منكم ونيابة عنكم، من مشروعية معالجة بياناتكم. وستخبركم بأنها تحققت.
access-letter-complain = إذا لم تقبلوا هذا الجواب فلكم أن تشتكوا إلى هيئة الرقابة، أو أن تلجؤوا إلى القضاء، وفق قانون الدولة المعنية. اذكروا رقمنا. والشكوى مجانية ولا يلحقكم منها ضرر.

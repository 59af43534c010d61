/** Words that carry no content of their own, in Russian (ё written as е) and English. */
const russian = `а без более больше будем будет будете будешь буду будут бы был была были было быть в вам вами вас ваш ваша ваше вашего вашей вашем
вашему ваши ваших вашу весь во вот впрочем все всего всей всем всеми всему всех всею всю вся всякий вы где да даже для до другая другие другим других другого другое другой
другую его ее ей ему если есть еще ею же за зачем здесь и из изза или им ими иначе иногда их к каждая каждого каждое каждой каждом каждую каждый каждые как какая какие каким каких какого какой какому
какую какое кем ко когда кого ком кому которая которого которое которой котором которому которую которые который которым которыми которых кроме кто кому куда ли лишь лучше мало между меня мне много
многие многих мог могла могли могу могут может можем можете можно мной мои моих мой моя мы на над надо нам нами нас наш наша наше нашего нашей наши них не него нее ней нельзя нем несколько нет неё ни
нибудь никто ничего но ну нужна нужно нужны нужен о об оба обе однако одна один одно одни одного одной одним одну он она они оно опять от отсюда очень перед по под после потом потому почему почти при про
просто раз разве с сам сама сами самим самих само самого самой самый самая самое самые себе себя собой со стал стала стало стали стать суть сейчас та так также такая такие таким таких такого такое такой
такую такими там твой те тем теми теперь тех то тоб тобой тогда того тоже той только том тому тот точно ту туда тут ты тебя тебе у уж уже хотя хоть чего чей чем через что чтоб чтобы чуть чья эта эти
этим этими этих это этого этой этом этому этот эту я является являются являться поэтому либо ибо затем весьма вместе нам сначала снова столько сколько пока путем случае случай именно
например благодаря помимо вместо среди около вокруг внутри вне против ради согласно иной иные иных сразу всегда никогда часто свой своя свое свои своего своей своем своему своих своими своим свою
должен должна должно должны делать делает делают сделать имеет имеют иметь позволяет позволяют помогает помогают может используется используются использовать используя необходимо нужен возможно`;

const english = `a about above after again against all also although always am among an and any are aren as at be because been before being below between both but by
can cannot could did didn do does doesn doing don done down during each either else ever every everything few for from further get gets got had has have having he her here hers herself him
himself his how however i if in instead into is isn it its itself just let lets like ll made make makes making many may me might more most much must my myself need needs neither no nor not nothing now of off often on once one ones
only onto or other others our ours ourselves out over own per perhaps rather re really same shall she should so some someone something such than that the their theirs them themselves then there therefore these
they thing things this those through thus to together too toward towards under until up upon us use used uses using very via was wasn way ways we well were what whatever when where whether which while who whom whose why
will with within without won would yet you your yours yourself allow allows help helps able e g ie eg etc`;

export const stopWords: ReadonlySet<string> = new Set(`${russian} ${english}`.split(/\s+/));

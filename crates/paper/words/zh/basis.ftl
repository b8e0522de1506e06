# 法律依据：列表中的其他内容。

basis-why-council-freeze = 安全理事会决定所有国家应毫不迟延地冻结此类资产。
basis-why-included-in-treaties = 该罪视为已列入两国间的引渡条约；公约本身不作为依据。
basis-why-not-needed = 无须法律依据；该文书述及此种合作。

basis-gives-arrest = 引渡决定作出前的逮捕
basis-gives-electronic-original = 电子请求具有原件效力

basis-lacks-extradition-law = 不知被请求国是否以订有条约为引渡条件
basis-lacks-basis-declaration = 不知其是否以多边公约作为该条约

/** A short draft: risks are missing, talent is a slogan, an amount is still to be filled in. */
export const DRAFT = `# 云川高新区产业发展规划（2026—2030年）

## 一、总体要求

坚持人才引领，人才支撑作用不断增强。

## 二、主要任务

新建标准厂房20万平方米，引进龙头企业3家。

## 三、保障措施

每年安排专项资金XX万元。
`;

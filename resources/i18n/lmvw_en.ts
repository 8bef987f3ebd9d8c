<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
 <context>
  <name>lmvw</name>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
 </context>
</TS>

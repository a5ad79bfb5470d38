#pragma once

namespace broto {

/// How many standard errors about a mean of normal numbers the 95 % interval reaches either way, where the error was
/// found from the same numbers: Student's distribution, whose degrees of freedom are one less than the numbers. 12.7
/// for two numbers, 2.05 for thirty, 1.96 for very many. To about 1e-12; takes time in proportion to `degrees` >= 1.
double studentBound(int degrees);

}

package dev.easel.judging;

/// Three equations with three unknowns.
final class LinearSystem {

    private static final double FLAT_BELOW = 1e-6;

    private LinearSystem() {}

    /// By Cramer's rule.
    ///
    /// @param rows three times three factors and the right side
    /// @return the three unknowns; zeros where the equations do not tell them apart
    static double[] solve(double[][] rows) {
        double all = determinant(rows, -1);
        double[] solution = new double[3];
        if (Math.abs(all) >= FLAT_BELOW) {
            for (int i = 0; i < solution.length; i++) {
                solution[i] = determinant(rows, i) / all;
            }
        }
        return solution;
    }

    /// Of the three columns, `replaced` taken from the right side; -1 replaces none.
    private static double determinant(double[][] rows, int replaced) {
        double[] a = column(rows, 0, replaced);
        double[] b = column(rows, 1, replaced);
        double[] c = column(rows, 2, replaced);
        return a[0] * (b[1] * c[2] - b[2] * c[1])
                - b[0] * (a[1] * c[2] - a[2] * c[1])
                + c[0] * (a[1] * b[2] - a[2] * b[1]);
    }

    private static double[] column(double[][] rows, int index, int replaced) {
        int from = index == replaced ? 3 : index;
        return new double[] {rows[0][from], rows[1][from], rows[2][from]};
    }
}

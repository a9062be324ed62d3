namespace OpenUpr.Sources.Pdf.Content;

/// <summary>A change of coordinates (ISO 32000-1, 8.3.3).</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static readonly Matrix Same = new(1, 0, 0, 1, 0, 0);

    /// <summary>This one first, then the other.</summary>
    public Matrix Then(in Matrix m) => new(
        (A * m.A) + (B * m.C), (A * m.B) + (B * m.D),
        (C * m.A) + (D * m.C), (C * m.B) + (D * m.D),
        (E * m.A) + (F * m.C) + m.E, (E * m.B) + (F * m.D) + m.F);

    public (double X, double Y) Apply(double x, double y) => ((x * A) + (y * C) + E, (x * B) + (y * D) + F);

    public static Matrix? From(double[]? n) => n is null ? null : new(n[0], n[1], n[2], n[3], n[4], n[5]);

    public static Matrix Move(double x, double y) => new(1, 0, 0, 1, x, y);
}

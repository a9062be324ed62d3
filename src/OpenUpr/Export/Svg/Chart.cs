namespace OpenUpr.Export.Svg;

/// <summary>What stands over a chart: the finding, and what it is based on (what is counted, sessions, filter, date).</summary>
public sealed record ChartText(string Finding, string Basis);

/// <summary>Small things that all charts share.</summary>
internal static class Chart
{
    /// <summary>Letters of a label that fit on a phone.</summary>
    public const int LabelLength = 36;

    /// <summary>The label cut to what fits; the whole of it is in the element's title.</summary>
    public static string Short(string label, int length = LabelLength)
    {
        if (label.Length <= length)
        {
            return label;
        }

        var end = length - 1;
        return (char.IsHighSurrogate(label[end - 1]) ? label[..(end - 1)] : label[..end]).TrimEnd() + "…";
    }

    /// <summary>A part of a whole from 0 to 1, also where the whole is nothing.</summary>
    public static double Part(double value, double whole) => whole > 0 && double.IsFinite(value) ? Math.Clamp(value / whole, 0, 1) : 0;
}

namespace OpenUpr.Export.Svg;

/// <summary>
/// What an element of a chart is painted with: a class that the site's style sheet gives the page's colour (dark mode and print
/// follow), and the light colour as an attribute, which a style sheet overrides, so that the same drawing stands alone as a file.
/// </summary>
public readonly record struct Ink(string Class, string Colour)
{
    public static Ink Text { get; } = new("ct", "#15202b");

    public static Ink Quiet { get; } = new("cq", "#4f5d69");

    /// <summary>Grid lines and the edges of empty tiles.</summary>
    public static Ink Rule { get; } = new("cl", "#7b8894");

    public static Ink Bar { get; } = new("cb", "#0b5a9e");

    public static Ink Supported { get; } = new("cy", "#17704f");

    public static Ink Noted { get; } = new("cn", "#8a5300");

    public static Ink Pending { get; } = new("cw", "#4f5d69");

    /// <summary>What was not done.</summary>
    public static Ink Against { get; } = new("cx", "#a8261c");

    /// <summary>Text on a dark fill, and the gaps between fills.</summary>
    public static Ink OnFill { get; } = new("co", "#ffffff");

    /// <summary>From pale to dark.</summary>
    public static IReadOnlyList<Ink> Bands { get; } = [new("c0", "#d9e8f5"), new("c1", "#a9cbe8"), new("c2", "#6ea5d4"), new("c3", "#2f72ad"), new("c4", "#0b4a82")];

    /// <summary>The text that is legible on a band.</summary>
    public static Ink OnBand(int band) => band < 3 ? Text : OnFill;
}

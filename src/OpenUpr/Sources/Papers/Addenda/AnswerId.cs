namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>The recommendation that an answer is to, as addenda name it: "122.17", "5", "69 (a)", "60.4 (b)".</summary>
/// <param name="Stem">What stands before the last number: "122"; empty for a plain number.</param>
/// <param name="Number">The last number.</param>
/// <param name="Letter">The part: "a"; null for the whole.</param>
internal sealed record AnswerId(string Stem, int Number, string? Letter)
{
    /// <summary>Stands for every recommendation that the paper does not name.</summary>
    public static readonly AnswerId AllOthers = new("", 0, null);

    /// <summary>As in <see cref="ReadText.Paragraph"/>.</summary>
    public string Paragraph => this == AllOthers ? ReadAnswer.AllOthers : Stem.Length == 0 ? $"{Number}" : $"{Stem}.{Number}";

    public override string ToString() => Letter is null ? Paragraph : $"{Paragraph} ({Letter})";
}

/// <summary>Numbers of recommendations that stand together in a text: "122.1, 122.12, 122.17-18".</summary>
/// <param name="Start">Where they begin; <paramref name="End"/> is behind the last one.</param>
internal sealed record IdRun(int Start, int End, IReadOnlyList<AnswerId> Ids);

namespace OpenUpr.Sources.Papers.Reports.Dialogue;

/// <summary>Which sentence of a cited paragraph is meant.</summary>
internal enum CitedPiece
{
    All,
    First,
    Last,
}

/// <summary>One place in the dialogue that the conclusions point to.</summary>
/// <param name="Items">The way to the item: ["b"], ["b", "ii"]; empty for the whole paragraph.</param>
internal sealed record Citation(int Paragraph, IReadOnlyList<string> Items, CitedPiece Piece = CitedPiece.All)
{
    /// <summary>As reports cite it: "24 (c)", "67 (b) (ii)".</summary>
    public string Printed => Paragraph + string.Concat(Items.Select(i => $" ({i})"))
        + (Piece == CitedPiece.All ? "" : Piece == CitedPiece.Last ? ", last sentence" : ", first sentence");
}

namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>What reading one text needs; used for one text after the other.</summary>
internal sealed class ActionScratch
{
    public ActionCues Cues { get; } = new();

    public PlaceSet Places { get; } = new();

    public NetworkScratch Network { get; } = new();

    public (int Word, int Stem)[] Tokens { get; } = new (int, int)[Actions.Network.MaxTokens];

    public int[] Numbers { get; } = new int[Actions.Network.MaxTokens];
}

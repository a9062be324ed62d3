using OpenUpr.Taxonomy.Smart;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>The things that a text asks for, as the rules for drafts cut it into actions: a State may take one and leave the other.</summary>
public static class AskParts
{
    /// <summary>A part of fewer words tells too little by itself.</summary>
    private const int ShortestPart = 4;

    /// <summary>Parts that are looked at.</summary>
    private const int Most = 8;

    /// <summary>In the text's order; none where it asks for one thing.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var draft = new Draft(text);
        string[] parts = [.. draft.Clauses.Where(c => c.End - c.First >= ShortestPart).Select(c => draft.Written(c.First, c.End)).Take(Most)];
        return parts.Length > 1 ? parts : [];
    }
}

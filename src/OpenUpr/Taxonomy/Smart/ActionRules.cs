namespace OpenUpr.Taxonomy.Smart;

/// <summary>The action category by the verbs alone; the classifier knows better, this says why a writer might choose another verb.</summary>
internal static class ActionRules
{
    public static ActionHint? Of(Draft draft)
    {
        if (draft.Clauses.Count == 0)
        {
            return null;
        }

        // A general action with concrete means counts as specific (codebook, 2, "Principles").
        var deciding = draft.Clauses.Select(c => c.Deciding).ToList();
        var categories = draft.Clauses.Select(c => c.Deciding.Verb.Category == 4 && Means.Stands(draft, c) ? 5 : c.Deciding.Verb.Category);
        return new ActionHint([.. categories.Distinct()], [.. deciding.Select(draft.Place)]);
    }
}

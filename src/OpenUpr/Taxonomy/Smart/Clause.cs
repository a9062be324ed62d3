namespace OpenUpr.Taxonomy.Smart;

/// <summary>A verb as a draft uses it.</summary>
internal readonly record struct VerbUse(int Word, ActionVerb Verb)
{
    public int End => Word + Verb.Words;
}

/// <summary>One action that a draft asks for: its verbs and what they are about.</summary>
/// <param name="First">The first word, adverbs before the verb included.</param>
/// <param name="End">The word behind the last.</param>
/// <param name="Verbs">One verb, or several that share an object ("adopt and implement").</param>
/// <param name="IsChoice">Whether "or" stands between the verbs, so that one of them is enough.</param>
internal sealed record Clause(int First, int End, IReadOnlyList<VerbUse> Verbs, bool IsChoice)
{
    /// <summary>The verb that decides by the codebook: the second of two.</summary>
    public VerbUse Deciding => Verbs[Math.Min(1, Verbs.Count - 1)];

    /// <summary>The first word behind the verbs.</summary>
    public int Object => Verbs[^1].End;
}

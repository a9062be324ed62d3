namespace OpenUpr.Recommendations;

/// <summary>Counts the history that an expectation rests on.</summary>
internal static class ResponseBasis
{
    /// <summary>The pieces that the question asks about, the nearest first. A text with several of the question's issues counts once.</summary>
    /// <param name="question">With action -1 where none was asked for.</param>
    public static IReadOnlyList<ExpectedBasis> Count(IReadOnlyList<ResponseCase> cases, ResponseCase question, bool issues)
    {
        var action = question.Action >= 0;
        var counts = new (int Texts, int Supported)[Enum.GetValues<ExpectedBasisKind>().Length];
        foreach (var one in cases)
        {
            var state = one.Sur == question.Sur;
            var issue = issues && one.Issues.Any(i => i >= 0 && Array.IndexOf(question.Issues, i) >= 0);
            var same = action && one.Action == question.Action;
            Add(ExpectedBasisKind.StateIssueAction, state && issue && same);
            Add(ExpectedBasisKind.StateIssue, state && issue);
            Add(ExpectedBasisKind.StateAction, state && same);
            Add(ExpectedBasisKind.State, state);
            Add(ExpectedBasisKind.RegionIssue, !state && issue && one.SurGroup >= 0 && one.SurGroup == question.SurGroup);
            Add(ExpectedBasisKind.Issue, issue);
            Add(ExpectedBasisKind.Action, same);
            Add(ExpectedBasisKind.StateRsGroup, state && one.RsGroups.Any(g => g >= 0 && Array.IndexOf(question.RsGroups, g) >= 0));
            Add(ExpectedBasisKind.All, true);

            void Add(ExpectedBasisKind kind, bool belongs)
            {
                if (belongs)
                {
                    counts[(int)kind] = (counts[(int)kind].Texts + 1, counts[(int)kind].Supported + (one.Supported ? 1 : 0));
                }
            }
        }

        return [.. Enum.GetValues<ExpectedBasisKind>().Where(k => Asked(k, issues, action, question.RsGroups.Length > 0)).Select(k => new ExpectedBasis(k, counts[(int)k].Texts, counts[(int)k].Supported))];
    }

    private static bool Asked(ExpectedBasisKind kind, bool issues, bool action, bool group) => kind switch
    {
        ExpectedBasisKind.StateIssueAction => issues && action,
        ExpectedBasisKind.StateIssue or ExpectedBasisKind.RegionIssue or ExpectedBasisKind.Issue => issues,
        ExpectedBasisKind.StateAction or ExpectedBasisKind.Action => action,
        ExpectedBasisKind.StateRsGroup => group,
        _ => true,
    };
}

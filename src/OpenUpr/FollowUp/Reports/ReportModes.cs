namespace OpenUpr.FollowUp.Reports;

/// <summary>Who writes a report (requirement M7; UPR Info, civil society compendium, Part 3, "Submitting mid-term reports", 2017).</summary>
public static class ReportModes
{
    /// <summary>Civil society on recommendations of its choice.</summary>
    public const string Chosen = "chosen";

    /// <summary>Civil society, beside the State's own report.</summary>
    public const string Parallel = "parallel";

    /// <summary>The State and civil society together.</summary>
    public const string Joint = "joint";

    /// <summary>The State, on all recommendations; civil society and the national human rights institution put in.</summary>
    public const string State = "state";

    public static IReadOnlyList<string> All { get; } = [Chosen, Parallel, Joint, State];
}

/// <summary>Which recommendations a report is on.</summary>
public static class ReportScopes
{
    public const string All = "all";
    public const string Issues = "issues";
    public const string Cluster = "cluster";

    /// <summary>Those that the coalition calls key.</summary>
    public const string Key = "key";

    /// <summary>Those that have a confirmed judgement.</summary>
    public const string Assessed = "assessed";

    public static IReadOnlyList<string> Every { get; } = [All, Issues, Cluster, Key, Assessed];
}

/// <summary>Who is asked what they think of a report before its release (requirement M8).</summary>
public static class ReportVoices
{
    public const string Organisation = "organisation";
    public const string Nhri = "nhri";
    public const string UnitedNations = "un";
    public const string Government = "government";
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [Organisation, Nhri, UnitedNations, Government, Other];

    /// <summary>Without these a round is not a wide one: varied organisations, the national human rights institution, agencies of the United Nations.</summary>
    public static IReadOnlyList<string> Wanted { get; } = [Organisation, Nhri, UnitedNations];
}

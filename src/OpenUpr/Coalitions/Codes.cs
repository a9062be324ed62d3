namespace OpenUpr.Coalitions;

/// <summary>How the secretariat works (requirement D4; UPR Info's compendium for civil society: permanent host, monthly rotation, core team of five, co-secretariats).</summary>
public static class SecretariatModels
{
    public const string Permanent = "permanent";
    public const string Rotating = "rotating";
    public const string CoreTeam = "core-team";
    public const string CoSecretariats = "co-secretariats";

    public static IReadOnlyList<string> All { get; } = [Permanent, Rotating, CoreTeam, CoSecretariats];

    /// <summary>People in a core team, from different organisations and regions.</summary>
    public const int CoreTeamSize = 5;
}

/// <summary>What kinds of organisation there are, and their standings with the United Nations.</summary>
public static class OrganisationKinds
{
    public const string Nhri = "nhri";

    public static IReadOnlyList<string> All { get; } = ["ngo", "grassroots", "network", Nhri, "academic", "union", "faith", "media", "regional-body", "other"];

    /// <summary>Consultative status (ECOSOC resolution 1996/31, paragraphs 22 to 24).</summary>
    public static IReadOnlyList<string> Ecosoc { get; } = ["none", "general", "special", "roster"];

    /// <summary>Accreditation by GANHRI: A fully in line with the Paris Principles, B partly.</summary>
    public static IReadOnlyList<string> NhriStatuses { get; } = ["none", "A", "B"];
}

/// <summary>Kinds of money (requirement D7).</summary>
public static class GrantKinds
{
    public const string Pooled = "pooled";
    public const string Grant = "grant";
    public const string Sought = "sought";

    public static IReadOnlyList<string> All { get; } = [Pooled, Grant, Sought];
}

/// <summary>Who may be absent from the table (requirement D10), and exchanges with coalitions elsewhere.</summary>
public static class AbsentKinds
{
    public const string Exchange = "exchange";

    public static IReadOnlyList<string> All { get; } = ["grassroots", "rural", "marginalised", "defenders", Exchange, "other"];
}

namespace OpenUpr.App.Security;

/// <summary>Says of a page or endpoint who may use it. Every one must carry it: a route without it is refused and fails a test.</summary>
/// <param name="access">One of the constants here: public, signed-in, operator, curator or a coalition role.</param>
/// <param name="sample">An address of this route; {state} stands for the first State of the world, {session} for its first review's, {coalition} for the demonstration's coalition.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class AccessAttribute(string access, string sample) : Attribute
{
    public const string Public = "public";
    public const string SignedIn = "signed-in";
    public const string Operator = "operator";
    public const string Curator = "curator";

    // Coalition roles: at least this one. Invited is for people who have a place but have not accepted the terms of reference yet.
    public const string Invited = "invited";
    public const string Guest = "guest";
    public const string Observer = "observer";
    public const string Contributor = "contributor";
    public const string Editor = "editor";
    public const string Secretariat = "secretariat";

    public string Who { get; } = access;

    public string Sample { get; } = sample;

    /// <summary>The method it answers; HEAD is answered wherever GET is. A page that takes a form says so by a second attribute.</summary>
    public string Method { get; init; } = HttpMethods.Get;
}

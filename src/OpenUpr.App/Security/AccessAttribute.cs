namespace OpenUpr.App.Security;

/// <summary>Says of a page or endpoint who may use it. Every one must carry it: a route without it is refused and fails a test.</summary>
/// <param name="access">"public", "signed-in", "operator", "curator" or a coalition role.</param>
/// <param name="sample">An address of this route; {state} stands for the first State of the world, {session} for its first review's.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class AccessAttribute(string access, string sample) : Attribute
{
    public const string Public = "public";
    public const string Operator = "operator";
    public const string Curator = "curator";

    public string Who { get; } = access;

    public string Sample { get; } = sample;

    /// <summary>The method it answers; HEAD is answered wherever GET is. A page that takes a form says so by a second attribute.</summary>
    public string Method { get; init; } = HttpMethods.Get;
}

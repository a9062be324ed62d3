using OpenUpr.Storage;

namespace OpenUpr.Drafting.Studio;

/// <summary>What is to be done next with a document; codes that pages put in words. Pure.</summary>
public static class StudioNext
{
    public const string Write = "write";
    public const string Agree = "agree";
    public const string Consents = "consents";
    public const string Send = "send";
    public const string Register = "register";
    public const string Comply = "comply";
    public const string Summarise = "summarise";
    public const string Use = "use";
    public const string Nothing = "nothing";

    /// <param name="done">Sections that are finished, of <paramref name="sections"/>.</param>
    /// <param name="asked">Organisations that have not answered.</param>
    public static string Of(StudioDocument document, int sections, int done, int asked) => document switch
    {
        { IsTemplate: true } => Use,
        { Stage: StudioDocument.Writing } => done < sections ? Write : Agree,
        { Stage: StudioDocument.Agreed } => asked > 0 ? Consents : Send,
        { Stage: StudioDocument.Sent } when StudioSteps.IsTracked(document.Kind) => Register,
        { Stage: StudioDocument.Registered } => Comply,
        { Stage: StudioDocument.Complied } => Summarise,
        _ => Nothing,
    };
}

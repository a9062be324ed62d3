using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>What a tag says and who says it.</summary>
public static class ShowTag
{
    public static string Label(Tag tag, Labels labels) => Label(tag.Scheme, tag.Value, labels);

    public static string Label(string scheme, string value, Labels labels) => (scheme, value) switch
    {
        (_, Tag.None) => Numbers.Fill(Words.Chip_Filter, SchemeName(scheme), Words.Tag_None),
        (Tag.ActionScheme, _) => Numbers.Fill(Words.Chip_Filter, SchemeName(scheme), labels.Value("action", value)),
        (Tag.IssueScheme, _) => Numbers.Fill(Words.Chip_Filter, SchemeName(scheme), Labels.Issue(value)),
        _ => Numbers.Fill(Words.Chip_Filter, SchemeName(scheme), value),
    };

    public static string SchemeName(string scheme) => scheme switch
    {
        Tag.ActionScheme => Words.Field_Action,
        Tag.IssueScheme => Words.Field_Issue,
        Tag.SdgScheme => Words.Field_Sdg,
        Tag.ThemeScheme => Words.Tag_Theme,
        Tag.PersonsScheme => Words.Tag_Persons,
        _ => scheme,
    };

    public static string SetBy(Tag tag) => tag.SetBy switch
    {
        Tag.Coder => Numbers.Fill(Words.Tag_ByCoder, tag.SetByName),
        Tag.Model => Numbers.Fill(Words.Tag_ByModel, tag.SetByName),
        _ => Numbers.Fill(Words.Tag_ByUser, tag.SetByName),
    };
}

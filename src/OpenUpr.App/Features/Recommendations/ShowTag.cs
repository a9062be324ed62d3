using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.Recommendations;

/// <summary>What a tag says and who says it.</summary>
public static class ShowTag
{
    public static string Label(Tag tag, Labels labels) => tag.Scheme switch
    {
        Tag.ActionScheme => Numbers.Fill(Words.Chip_Filter, Words.Field_Action, labels.Value("action", tag.Value)),
        Tag.IssueScheme => Numbers.Fill(Words.Chip_Filter, Words.Field_Issue, Labels.Issue(tag.Value)),
        Tag.SdgScheme => Numbers.Fill(Words.Chip_Filter, Words.Field_Sdg, tag.Value),
        Tag.ThemeScheme => Numbers.Fill(Words.Chip_Filter, Words.Tag_Theme, tag.Value),
        Tag.PersonsScheme => Numbers.Fill(Words.Chip_Filter, Words.Tag_Persons, tag.Value),
        _ => Numbers.Fill(Words.Chip_Filter, tag.Scheme, tag.Value),
    };

    public static string SetBy(Tag tag) => tag.SetBy switch
    {
        "coder" => Numbers.Fill(Words.Tag_ByCoder, tag.SetByName),
        "model" => Numbers.Fill(Words.Tag_ByModel, tag.SetByName),
        _ => Numbers.Fill(Words.Tag_ByUser, tag.SetByName),
    };
}

namespace MentorBot.Web;

/// <summary>Serves our own files. One whose address has its version in it never changes, so on a slow line it is fetched once.</summary>
internal static class OurFiles
{
    private const string ForAYear = "public, max-age=31536000, immutable";
    private const string AskFirst = "no-cache";

    public static void UseOurFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? ForAYear : AskFirst,
    });
}

using Microsoft.AspNetCore.ResponseCompression;

namespace MentorBot.Web;

/// <summary>Compresses what is the same for everybody, and nothing else: our own files, and the first page of somebody who has no cookie.</summary>
/// <remarks>
/// The length of a compressed page tells about its secrets to whoever can add words to it and watch the line (BREACH, https://breachattack.com). What is compressed here has neither: no
/// cookie came with the request, so the page holds nobody's words and no code; and it repeats nothing of the request.
/// </remarks>
internal static class Compression
{
    public static IServiceCollection AddCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml"];
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    }).Configure<BrotliCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Optimal)
      .Configure<GzipCompressionProviderOptions>(options => options.Level = System.IO.Compression.CompressionLevel.Optimal);

    public static void UseCompression(this IApplicationBuilder app) => app.UseWhen(IsSameForEverybody, same => same.UseResponseCompression());

    private static bool IsSameForEverybody(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method)) return false;
        return context.Request.Path == "/" ? !context.Request.Headers.ContainsKey("Cookie") : Path.HasExtension(context.Request.Path);
    }
}

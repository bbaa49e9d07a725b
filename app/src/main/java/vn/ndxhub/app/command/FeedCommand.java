package vn.ndxhub.app.command;

import picocli.CommandLine.Command;

/** What is done about a feed. */
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        subcommands = FeedAcceptCommand.class,
        description = "Accepts a feed as it stands.")
final class FeedCommand {}
